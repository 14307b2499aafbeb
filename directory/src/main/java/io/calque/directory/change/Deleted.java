package io.calque.directory.change;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import io.calque.directory.connect.Session;

/** What is left of deleted objects (MS-ADTS 3.1.1.5.5, tombstones). */
final class Deleted {
    /** The control that shows them (MS-ADTS 3.1.1.3.4.1.14, LDAP_SERVER_SHOW_DELETED_OID). */
    static final String SHOW = "1.2.840.113556.1.4.417";

    private Deleted() {}

    static Control show() {
        return new Control(SHOW, false);
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
