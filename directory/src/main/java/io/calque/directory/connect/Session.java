package io.calque.directory.connect;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one controller, kept for a whole run: what is read through it is of one piece, as far as one controller can
 * promise. It never reconnects: paging positions die with the connection. One thread at a time may use it.
 */
public final class Session implements AutoCloseable {
    private static final Set<ResultCode> UNSEEN = Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.REFERRAL);
    private static final Set<ResultCode> LIMITS =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.TIME_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED);
    private static final Set<ResultCode> LOST = Set.of(
            ResultCode.SERVER_DOWN,
            ResultCode.CONNECT_ERROR,
            ResultCode.TIMEOUT,
            ResultCode.UNAVAILABLE,
            ResultCode.BUSY,
            ResultCode.DECODING_ERROR,
            ResultCode.LOCAL_ERROR);

    private final LDAPConnection connection;
    private final Address address;
    private final @Nullable RawStream line;
    private final RootDse rootDse;

    Session(LDAPConnection connection, Address address, @Nullable RawStream line) {
        this.connection = connection;
        this.address = address;
        this.line = line;
        try {
            this.rootDse = RootDse.read(connection);
        } catch (LDAPException e) {
            connection.close();
            throw fault("the root entry", e);
        }
    }

    /** The controller at the other end. */
    public Address address() {
        return address;
    }

    /** The bytes beneath, for reads whose speed counts; null where it is not TLS that encrypts them. */
    public @Nullable RawStream line() {
        return line;
    }

    /** What the controller says about itself, read when the session began. */
    public RootDse rootDse() {
        return rootDse;
    }

    /** What the controller says about itself now. */
    public RootDse refreshed() {
        try {
            return RootDse.read(connection);
        } catch (LDAPException e) {
            throw fault("the root entry", e);
        }
    }

    /**
     * Runs a search; entries and references go to the request's listener or into the result.
     *
     * @throws LDAPSearchException when the result is not a success; for those who can do something about it
     */
    public SearchResult search(SearchRequest request) throws LDAPSearchException {
        return connection.search(request);
    }

    /** One entry by its name with some attributes; null when there is none or it can't be seen. */
    public @Nullable SearchResultEntry entry(String dn, String... attributes) {
        try {
            SearchResult result = search(
                    new SearchRequest(dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), attributes));
            List<SearchResultEntry> found = result.getSearchEntries();
            return found == null || found.isEmpty() ? null : found.getFirst();
        } catch (LDAPException e) {
            if (UNSEEN.contains(e.getResultCode())) {
                return null;
            }
            throw fault(dn, e);
        }
    }

    /** A failed read as a fault: a lost controller, a limit, or another refusal. */
    public Fault fault(String what, LDAPException e) {
        ResultCode code = e.getResultCode();
        if (lost(code)) {
            return new Fault(Finding.of(
                            Code.CONTROLLER_LOST,
                            address
                                    + (code.equals(ResultCode.BUSY) ? " is too busy for" : " went away during")
                                    + " the read of " + what + ": " + Refusals.reason(e))
                    .help("Run it again; what was read before is not kept"));
        }
        if (LIMITS.contains(code)) {
            return new Fault(
                    Finding.of(Code.DIRECTORY_LIMIT, address + " cut the read of " + what + " short: " + code.getName())
                            .help("Raise the limit for the reading account, or read a smaller base"));
        }
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return new Fault(Finding.of(Code.DIRECTORY_BASE_NOT_FOUND, what + " is not in the directory of " + address)
                    .help("Check people.ldap.base, and that the reading account may see it"));
        }
        return new Fault(Finding.of(
                        Code.DIRECTORY_REFUSED,
                        address + " refuses to show " + what + ": " + code.getName() + ": " + Refusals.reason(e))
                .help("Check the rights of the reading account"));
    }

    /** Whether a result means that the connection is gone, rather than that the controller answered. */
    public static boolean lost(ResultCode code) {
        return LOST.contains(code);
    }

    @Override
    public void close() {
        connection.close();
    }
}
