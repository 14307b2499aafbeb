package io.calque.directory.change;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.calque.directory.connect.Session;
import java.time.Duration;
import java.util.stream.Stream;

/** What is left of deleted objects (MS-ADTS 3.1.1.5.5, tombstones). */
final class Deleted {
    /** The control that shows them (MS-ADTS 3.1.1.3.4.1.14, LDAP_SERVER_SHOW_DELETED_OID). */
    static final String SHOW = "1.2.840.113556.1.4.417";
    /** The control that shows what is left of them after their time in the recycle bin (MS-ADTS 3.1.1.3.4.1.27, LDAP_CONTROL_SHOW_RECYCLED). */
    private static final String SHOW_RECYCLED = "1.2.840.113556.1.4.2064";

    private static final String TOMBSTONE_LIFETIME = "tombstoneLifetime",
            DELETED_LIFETIME = "msDS-DeletedObjectLifetime";
    /** Where nothing is set (MS-ADTS 6.1.1.2.4.1.1). */
    private static final int DEFAULT_DAYS = 60;

    private Deleted() {}

    private static Control show() {
        return new Control(SHOW, false);
    }

    /** The controls by which a search also finds what was deleted, where the controller knows them. */
    static Control[] shown(Session session) {
        return Stream.of(SHOW, SHOW_RECYCLED)
                .filter(session.rootDse().controls()::contains)
                .map(oid -> new Control(oid, false))
                .toArray(Control[]::new);
    }

    /**
     * How long deleted objects can be seen. It is the same for all controllers of a forest (MS-ADTS 3.1.1.1.5 and 6.1.1.2.4.1.1,
     * tombstoneLifetime and msDS-DeletedObjectLifetime).
     */
    static Duration lifetime(Session session) {
        String configuration = session.rootDse().configurationNamingContext();
        SearchResultEntry service = configuration == null
                ? null
                : session.entry(
                        "CN=Directory Service,CN=Windows NT,CN=Services," + configuration,
                        TOMBSTONE_LIFETIME,
                        DELETED_LIFETIME);
        Integer tombstones = service == null ? null : service.getAttributeValueAsInteger(TOMBSTONE_LIFETIME);
        Integer deleted = service == null ? null : service.getAttributeValueAsInteger(DELETED_LIFETIME);
        int days = tombstones == null ? DEFAULT_DAYS : tombstones;
        return Duration.ofDays(deleted == null ? days : Math.min(days, deleted));
    }

    /**
     * Whether the account is shown what was deleted in a domain; by default only administrators are. The container may be seen and what
     * lies in it not, so that only something deleted that is seen proves it.
     */
    static boolean visible(Session session, String domain) {
        if (!session.rootDse().controls().contains(SHOW)) {
            return false;
        }
        SearchRequest request = new SearchRequest(
                "CN=Deleted Objects," + domain,
                SearchScope.ONE,
                Filter.createEqualityFilter("isDeleted", "TRUE"),
                "1.1");
        request.addControl(show());
        request.setSizeLimit(1);
        try {
            return session.search(request).getEntryCount() > 0;
        } catch (LDAPSearchException e) {
            if (Session.lost(e.getResultCode())) {
                throw session.fault("deleted objects", e);
            }
            return e.getEntryCount() > 0;
        }
    }
}
