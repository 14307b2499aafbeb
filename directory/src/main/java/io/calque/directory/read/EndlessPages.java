package io.calque.directory.read;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends a read that a server would go on with for ever: pages that come again, and pages without end that hold nothing. An entry stands in
 * one page of a read only (RFC 2696), so the first entry of each page is enough to tell.
 */
final class EndlessPages {
    /** Active Directory gives a page with nothing in it when a search takes long, but not so many in a row. */
    private static final int MOST_EMPTY = 1000;

    private final Set<String> begins = new HashSet<>();
    private int empty;

    /**
     * A page came.
     *
     * @param first the name of its first entry; empty where it has none
     * @throws LDAPException when the read makes no progress
     */
    void page(String first) throws LDAPException {
        if (first.isEmpty()) {
            if (++empty > MOST_EMPTY) {
                throw new LDAPException(ResultCode.DECODING_ERROR, "it sends empty pages without end");
            }
            return;
        }
        empty = 0;
        if (!begins.add(first)) {
            throw new LDAPException(ResultCode.DECODING_ERROR, "it sends the same page again");
        }
    }
}
