package io.calque.directory.read;

import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;

/**
 * Asks for pages and gets them, one at a time. What a page is differs: objects for each entry, or the bytes of them all.
 *
 * @param <P> a page
 */
interface Exchange<P> {
    /** Asks. Where it can, it does not wait. */
    void ask(SearchRequest request) throws LDAPSearchException;

    /**
     * The page that was asked for last.
     *
     * @throws LDAPSearchException when the result is not a success
     */
    Answer<P> answer() throws LDAPSearchException;

    /** The name of a page's first entry; empty where it has none. */
    String first(P page);

    /** A page, and what the server says at its end. */
    record Answer<P>(P page, SearchResult result) {}
}
