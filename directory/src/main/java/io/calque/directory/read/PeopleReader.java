package io.calque.directory.read;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.row.ByteRows;
import io.calque.directory.row.Guid;
import io.calque.directory.row.PersonRow;
import io.calque.directory.row.RowReader;
import io.calque.directory.wire.MalformedAnswerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads people of a scope through one session. */
public final class PeopleReader {
    /** So many identities fit well into one filter. */
    private static final int BATCH = 100;

    private static final String WHAT = "people";

    private final Session session;
    private final Scope scope;
    private final RowReader rows;
    private final Ranges ranges;

    /** People of {@code scope} as {@code rows} makes them. */
    public PeopleReader(Session session, Scope scope, RowReader rows) {
        this.session = session;
        this.scope = scope;
        this.rows = rows;
        this.ranges = new Ranges(session);
    }

    /** The name below which people are read. */
    public static String base(Session session, Scope scope) {
        String base = scope.base() != null ? scope.base() : session.rootDse().defaultNamingContext();
        if (base == null) {
            throw new Fault(Finding.of(
                            Code.DIRECTORY_BASE_NOT_FOUND, session.address() + " does not say which domain it serves")
                    .help("Name the place to read from with people.ldap.base"));
        }
        return base;
    }

    /** Everybody, page by page; those with very many memberships come last. */
    public void all(Consumer<PersonRow> consumer) {
        String base = base(session, scope);
        List<Guid> partial = new ArrayList<>();
        ByteRows bytes = rows.bytes();
        ByteRows.Listener listener = new ByteRows.Listener() {
            @Override
            public void row(PersonRow row) {
                consumer.accept(row);
            }

            @Override
            public void partial(Guid guid) {
                partial.add(guid);
            }

            @Override
            public void unidentified(String dn) {
                throw PeopleReader.unidentified(dn);
            }
        };
        try (Beside beside = new Beside()) {
            new Pages(session, base, scope.people(), rows.requested())
                    .bytes(WHAT, page -> beside.begin(() -> page.entries(entry -> bytes.read(entry, listener))));
            beside.await();
        } catch (MalformedAnswerException e) {
            throw session.fault(WHAT, new LDAPException(ResultCode.DECODING_ERROR, String.valueOf(e.getMessage()), e));
        }
        some(partial, consumer);
    }

    /** Those of some identities who are in the scope. */
    public void some(Collection<Guid> guids, Consumer<PersonRow> consumer) {
        String base = base(session, scope);
        List<Guid> all = List.copyOf(guids);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Filter> any = all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                    .map(guid -> Filter.createEqualityFilter(RowReader.GUID, guid.bytes()))
                    .toList();
            Filter filter = Filter.createANDFilter(Filter.createORFilter(any), scope.people());
            new Pages(session, base, filter, rows.requested())
                    .each(WHAT, page -> whole(page).forEach(entry -> row(entry, consumer)));
        }
    }

    private void row(SearchResultEntry entry, Consumer<PersonRow> consumer) {
        PersonRow row = rows.row(entry);
        if (row == null) {
            throw unidentified(entry.getDN());
        }
        consumer.accept(row);
    }

    static Fault unidentified(String dn) {
        return new Fault(Finding.of(Code.DIRECTORY_REFUSED, "the directory does not show the objectGUID of " + dn)
                .help("Let the reading account read it; without it nothing can be followed through renames"));
    }

    /** The page with the values that did not fit into an answer; asked for here, because one session does one thing at a time. */
    private List<SearchResultEntry> whole(List<SearchResultEntry> page) {
        List<SearchResultEntry> whole = new ArrayList<>(page.size());
        for (SearchResultEntry entry : page) {
            whole.add(Ranges.anyPartial(entry) ? ranges.completed(entry, rows.requested()) : entry);
        }
        return whole;
    }
}
