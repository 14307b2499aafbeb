package io.calque.directory.change;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Copy;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.copy.Watermark;
import io.calque.directory.read.Pages;
import io.calque.directory.read.PeopleReader;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Guid;
import io.calque.directory.row.PersonRow;
import io.calque.directory.row.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings a copy up to date: finds out who may have changed, and reads those people again. docs/directory.md has the table of what changes
 * a person without touching the person; where that has no answer, everybody is read.
 */
final class IncrementalUpdate {
    /** With more changes than this one big read is cheaper than many small ones. */
    private static final int MOST = 20_000;

    private static final int BATCH = 100;
    /** Reading a member's name costs less than half of what reading a person does. */
    private static final int MEMBERS_PER_PERSON = 2;

    private final Session session;
    private final CopyQuery query;
    private final TrackedAttributes attributes;
    private final String domain;
    private final Copy copy;
    private final GroupTree tree;
    private final Consumer<Finding> remarks;

    IncrementalUpdate(
            Session session,
            CopyQuery query,
            TrackedAttributes attributes,
            String domain,
            Copy copy,
            GroupTree tree,
            Consumer<Finding> remarks) {
        this.session = session;
        this.query = query;
        this.attributes = attributes;
        this.domain = domain;
        this.copy = copy;
        this.tree = tree;
        this.remarks = remarks;
    }

    /** What came of it. */
    sealed interface Result {
        /** People as they are now, and who is gone. */
        record Update(List<PersonRow> rows, Set<Guid> gone) implements Result {}

        /** Everybody has to be read, for a reason in a few words. */
        record Everybody(String because) implements Result {}
    }

    /** What became of everything that changed. */
    Result update(ChangedObjects changed) throws IOException, DamagedCopyException {
        if (changed.guids().size() > MOST) {
            return new Result.Everybody("too much changed");
        }
        boolean deletionsVisible = deletionsVisible(changed.next());
        List<String> containers = containers(changed.guids());
        Set<Guid> candidates = new HashSet<>(changed.guids());
        if (!attributes.links().isEmpty()
                && !linksFollowed(changed.guids(), candidates, containers, deletionsVisible)) {
            return new Result.Everybody("an object that others name in " + String.join(", ", attributes.links())
                    + " may have another name or be gone");
        }
        Set<Guid> gone = new HashSet<>();
        if (!containers.isEmpty() || !deletionsVisible) {
            boolean moved = sweep(candidates, gone);
            if (!moved && containers.stream().anyMatch(this::matters)) {
                return new Result.Everybody(
                        "a unit changed in something else than its name, perhaps in who may see it");
            }
        }
        GroupChanges groups = new GroupChanges(copy, tree, changed.guids());
        if (!groups.none()) {
            long most = Math.max(MOST, copy.people() * MEMBERS_PER_PERSON / 4);
            if (groups.members() > most || !groups.compare(session, most, candidates::add)) {
                return new Result.Everybody("large groups changed");
            }
        }
        if (candidates.size() > MOST) {
            return new Result.Everybody("too much changed");
        }
        List<PersonRow> rows = new ArrayList<>();
        new PeopleReader(session, query.scope(), new RowReader(query.layout(), tree)).some(candidates, rows::add);
        rows.forEach(row -> candidates.remove(row.guid()));
        gone.addAll(copy.known(candidates));
        return new Result.Update(List.copyOf(rows), Set.copyOf(gone));
    }

    /** The names of the containers among these objects, without those that are new. */
    private List<String> containers(Collection<Guid> guids) {
        List<String> names = new ArrayList<>();
        each(guids, ObjectFilters.containers(), List.of("uSNCreated"), entry -> {
            Long created = entry.getAttributeValueAsLong("uSNCreated");
            if (created == null || created <= copy.header().position().history().highest()) {
                names.add(entry.getDN());
            }
        });
        return names;
    }

    private void each(
            Collection<Guid> guids, Filter filter, List<String> wanted, Consumer<SearchResultEntry> consumer) {
        List<Guid> all = List.copyOf(guids);
        for (int from = 0; from < all.size(); from += BATCH) {
            Filter among = ObjectFilters.among(all.subList(from, Math.min(all.size(), from + BATCH)));
            new Pages(session, domain, Filter.createANDFilter(among, filter), wanted)
                    .each("changed objects", page -> page.forEach(consumer));
        }
    }

    /** Whether people of the answer may lie below a container, or above it what is read. */
    private boolean matters(String container) {
        String base = GroupTree.key(PeopleReader.base(session, query.scope()));
        String key = GroupTree.key(container);
        return key.equals(base) || key.endsWith("," + base) || base.endsWith("," + key);
    }

    /**
     * Finds the people who name one of these objects, whose names they show may have changed.
     *
     * @return false where not all of them can be found
     */
    private boolean linksFollowed(
            Set<Guid> touched, Set<Guid> candidates, List<String> containers, boolean deletionsVisible) {
        if (!deletionsVisible || !containers.isEmpty()) {
            return false;
        }
        Map<Guid, String> living = new HashMap<>();
        each(
                touched,
                Filter.createPresenceFilter("objectClass"),
                List.of(RowReader.GUID),
                entry -> Guid.in(entry).ifPresent(guid -> living.put(guid, entry.getDN())));
        if (living.size() < touched.size()) {
            return false;
        }
        List<String> names = List.copyOf(living.values());
        for (int from = 0; from < names.size(); from += BATCH) {
            List<Filter> any = names.subList(from, Math.min(names.size(), from + BATCH)).stream()
                    .flatMap(dn -> attributes.links().stream().map(link -> Filter.createEqualityFilter(link, dn)))
                    .toList();
            Filter naming = Filter.createANDFilter(
                    Filter.createEqualityFilter("objectCategory", "person"), Filter.createORFilter(any));
            new Pages(session, domain, naming, List.of(RowReader.GUID))
                    .each("links", page -> page.forEach(entry -> Guid.in(entry).ifPresent(candidates::add)));
        }
        return true;
    }

    private boolean deletionsVisible(Watermark mark) {
        boolean all = mark instanceof Watermark.DirSync sync && !sync.objectSecurity();
        boolean visible = all || Deleted.visible(session, domain);
        if (!visible) {
            remarks.accept(Finding.of(
                            Code.DELETIONS_NOT_SHOWN,
                            "no deleted object is shown to the reading account; who is gone is found by listing everybody's identity")
                    .help("Let the account read the container Deleted Objects to make this faster"));
        }
        return visible;
    }

    /** Compares everybody's identity and name with the copy; true when somebody who was not touched has another name, is new or gone. */
    private boolean sweep(Set<Guid> candidates, Set<Guid> gone) throws IOException, DamagedCopyException {
        Map<Guid, String> living = new HashMap<>();
        new Pages(
                        session,
                        PeopleReader.base(session, query.scope()),
                        query.scope().people(),
                        List.of(RowReader.GUID))
                .each("identities", page -> page.forEach(e -> Guid.in(e).ifPresent(g -> living.put(g, e.getDN()))));
        Set<Guid> other = new HashSet<>();
        copy.each(row -> {
            String dn = living.remove(row.guid());
            if (dn == null) {
                gone.add(row.guid());
            } else if (!dn.equals(row.dn())) {
                other.add(row.guid());
            }
        });
        other.addAll(living.keySet());
        boolean untouched = Stream.concat(other.stream(), gone.stream()).anyMatch(guid -> !candidates.contains(guid));
        candidates.addAll(other);
        return untouched;
    }
}
