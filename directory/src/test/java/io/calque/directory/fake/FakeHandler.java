package io.calque.directory.fake;

import static java.util.Objects.requireNonNull;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers binds and searches as Active Directory does: pages of at most 1,000 and at most 1,500 values of an attribute (MS-ADTS
 * 3.1.1.3.4.6), an error beyond 1,000 entries without pages, the words of a refused login.
 */
public final class FakeHandler extends ReadOnlyHandler {
    /** What tests may change. */
    public static final class Behaviour {
        public volatile int maxPage = 1000;
        public volatile boolean refusesLargePages;
        public volatile boolean refuses;
        public volatile boolean busy;
        public volatile int dropAfter = Integer.MAX_VALUE;
        public volatile int timeLimitAfter = Integer.MAX_VALUE;
        public volatile int stallAfter = Integer.MAX_VALUE;
        public volatile boolean repeatsPages;
        public volatile boolean emptyPages;
        public volatile String password = "Passw0rd";
        public final AtomicInteger logins = new AtomicInteger();
        public final List<SearchRequestProtocolOp> searches = new CopyOnWriteArrayList<>();

        /** Behaves well from now on, and forgets what was asked. */
        public void reset() {
            maxPage = 1000;
            refusesLargePages = false;
            refuses = false;
            busy = false;
            dropAfter = Integer.MAX_VALUE;
            timeLimitAfter = Integer.MAX_VALUE;
            stallAfter = Integer.MAX_VALUE;
            repeatsPages = false;
            emptyPages = false;
            searches.clear();
        }
    }

    private static final int MAX_VALUES = 1500;
    private static final String BIT_AND = "1.2.840.113556.1.4.803";

    private final List<Entry> entries;
    private final Behaviour behaviour;
    private final @Nullable LDAPListenerClientConnection connection;
    private int sent;

    FakeHandler(List<Entry> entries, Behaviour behaviour) {
        this(entries, behaviour, null);
    }

    private FakeHandler(List<Entry> entries, Behaviour behaviour, @Nullable LDAPListenerClientConnection connection) {
        this.entries = entries;
        this.behaviour = behaviour;
        this.connection = connection;
    }

    @Override
    public FakeHandler newInstance(LDAPListenerClientConnection client) {
        return new FakeHandler(entries, behaviour, client);
    }

    @Override
    public LDAPMessage processBindRequest(int id, BindRequestProtocolOp request, List<Control> controls) {
        behaviour.logins.incrementAndGet();
        ASN1OctetString password = request.getSimplePassword();
        boolean right = password != null && password.stringValue().equals(behaviour.password);
        return new LDAPMessage(
                id,
                new BindResponseProtocolOp(
                        right ? ResultCode.SUCCESS_INT_VALUE : ResultCode.INVALID_CREDENTIALS_INT_VALUE,
                        null,
                        right
                                ? null
                                : "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 52e, v4563",
                        null,
                        null));
    }

    @Override
    public LDAPMessage processSearchRequest(int id, SearchRequestProtocolOp request, List<Control> controls) {
        behaviour.searches.add(request);
        try {
            return search(id, request, paged(controls));
        } catch (LDAPException e) {
            return done(id, e.getResultCode(), e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private LDAPMessage search(int id, SearchRequestProtocolOp request, @Nullable SimplePagedResultsControl page)
            throws LDAPException, IOException {
        if (request.getScope().equals(SearchScope.BASE)) {
            return base(id, request);
        }
        if (behaviour.busy) {
            return done(id, ResultCode.BUSY, "0000200E: SvcErr: DSID-031A120C, problem 5001 (BUSY), data 0");
        }
        if (behaviour.refuses) {
            return done(id, ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098: SecErr");
        }
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.getDN().isEmpty() && matches(request.getFilter(), entry)) {
                found.add(entry);
            }
        }
        if (page != null && page.getSize() > behaviour.maxPage && behaviour.refusesLargePages) {
            return done(id, ResultCode.ADMIN_LIMIT_EXCEEDED, null);
        }
        int from = page == null || page.getCookie() == null || page.getCookie().getValueLength() == 0
                ? 0
                : Integer.parseInt(page.getCookie().stringValue());
        if (behaviour.emptyPages) {
            return page(id, 0, new ASN1OctetString("0"));
        }
        int size = Math.min(behaviour.maxPage, page == null ? Integer.MAX_VALUE : page.getSize());
        int to = Math.min(found.size(), from + size);
        for (Entry entry : found.subList(from, to)) {
            if (sent >= behaviour.dropAfter) {
                behaviour.dropAfter = Integer.MAX_VALUE;
                if (connection != null) {
                    connection.close();
                }
                return done(id, ResultCode.OTHER, null);
            }
            if (sent >= behaviour.stallAfter) {
                stall();
            }
            if (sent >= behaviour.timeLimitAfter) {
                return done(id, ResultCode.TIME_LIMIT_EXCEEDED, null);
            }
            send(id, entry, request.getAttributes());
        }
        if (page == null) {
            return done(id, to < found.size() ? ResultCode.SIZE_LIMIT_EXCEEDED : ResultCode.SUCCESS, null);
        }
        ASN1OctetString cookie = to < found.size()
                ? new ASN1OctetString(Integer.toString(to))
                : behaviour.repeatsPages ? new ASN1OctetString("0") : null;
        return page(id, found.size(), cookie);
    }

    private LDAPMessage base(int id, SearchRequestProtocolOp request) throws LDAPException, IOException {
        for (Entry entry : entries) {
            if (entry.getDN().equalsIgnoreCase(request.getBaseDN())) {
                send(id, entry, request.getAttributes());
                return done(id, ResultCode.SUCCESS, null);
            }
        }
        return done(id, ResultCode.NO_SUCH_OBJECT, null);
    }

    private static LDAPMessage page(int id, int total, @Nullable ASN1OctetString cookie) {
        return new LDAPMessage(
                id,
                new SearchResultDoneProtocolOp(ResultCode.SUCCESS_INT_VALUE, null, null, null),
                new SimplePagedResultsControl(total, cookie));
    }

    /** Says nothing for longer than any client of these tests waits. */
    private static void stall() {
        try {
            Thread.sleep(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean matches(Filter filter, Entry entry) throws LDAPException {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> all(filter, entry);
            case Filter.FILTER_TYPE_OR -> any(filter, entry);
            case Filter.FILTER_TYPE_NOT -> !matches(requireNonNull(filter.getNOTComponent()), entry);
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> {
                if (!BIT_AND.equals(filter.getMatchingRuleID())) {
                    throw new LDAPException(ResultCode.INAPPROPRIATE_MATCHING, "too slow: " + filter);
                }
                Integer value = entry.getAttributeValueAsInteger(requireNonNull(filter.getAttributeName()));
                int bits = Integer.parseInt(requireNonNull(filter.getAssertionValue()));
                yield value != null && (value & bits) == bits;
            }
            default -> filter.matchesEntry(entry);
        };
    }

    private static boolean all(Filter filter, Entry entry) throws LDAPException {
        for (Filter part : filter.getComponents()) {
            if (!matches(part, entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(Filter filter, Entry entry) throws LDAPException {
        for (Filter part : filter.getComponents()) {
            if (matches(part, entry)) {
                return true;
            }
        }
        return false;
    }

    private void send(int id, Entry entry, List<String> requested) throws LDAPException {
        Entry shown = new Entry(entry.getDN());
        for (String name : requested) {
            int option = name.toLowerCase(Locale.ROOT).indexOf(";range=");
            String plain = option < 0 ? name : name.substring(0, option);
            String[] values = entry.getAttributeValues(plain);
            if (values != null) {
                add(
                        shown,
                        plain,
                        entry,
                        option < 0
                                ? 0
                                : Integer.parseInt(name.substring(option + 7).split("-")[0]),
                        option >= 0);
            }
        }
        sent++;
        if (connection != null) {
            connection.sendSearchResultEntry(id, shown);
        }
    }

    private static void add(Entry shown, String name, Entry entry, int from, boolean asked) {
        byte[][] values = entry.getAttributeValueByteArrays(name);
        if (values == null || from >= values.length) {
            return;
        }
        int to = Math.min(values.length, from + MAX_VALUES);
        String range = asked || values.length > MAX_VALUES
                ? ";range=" + from + "-" + (to == values.length ? "*" : Integer.toString(to - 1))
                : "";
        shown.addAttribute(new Attribute(name + range, Arrays.copyOfRange(values, from, to)));
    }

    private static @Nullable SimplePagedResultsControl paged(List<Control> controls) {
        for (Control control : controls) {
            if (control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)) {
                try {
                    return new SimplePagedResultsControl(control.getOID(), control.isCritical(), control.getValue());
                } catch (LDAPException e) {
                    // Our own client wrote it.
                    throw new IllegalStateException(e);
                }
            }
        }
        return null;
    }

    private static LDAPMessage done(int id, ResultCode code, @Nullable String message) {
        return new LDAPMessage(id, new SearchResultDoneProtocolOp(code.intValue(), null, message, null));
    }
}
