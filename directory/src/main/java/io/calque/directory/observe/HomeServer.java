package io.calque.directory.observe;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import org.jspecify.annotations.Nullable;

/** The pool that a user is at home in, as {@code msRTCSIP-PrimaryHomeServer} names it. */
final class HomeServer {
    private static final int DEPTH = 2;

    private HomeServer() {}

    /**
     * The number of the site: what stands before the colon in the third part of the name, {@code CN=..,CN=..,CN=SITE:POOL,..} (Vaillant's
     * script); null where the name has another shape.
     */
    static @Nullable String siteOf(@Nullable String dn) {
        if (dn == null) {
            return null;
        }
        try {
            RDN[] parts = new DN(dn).getRDNs();
            String value = parts.length > DEPTH ? parts[DEPTH].getAttributeValues()[0] : "";
            int colon = value.indexOf(':');
            return colon > 0 ? value.substring(0, colon) : null;
        } catch (LDAPException e) {
            return null;
        }
    }
}
