package io.calque.directory.read;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.calque.directory.connect.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whole result sets by simple paged results (RFC 2696). Referrals are not followed (RFC 4511, 4.5.3): other servers are other sources. */
public final class Pages {
    /** The page that Active Directory gives at most by default (MaxPageSize, MS-ADTS 3.1.1.3.4.6). */
    static final int FIRST_SIZE = 1000;

    private static final int LEAST_SIZE = 50;

    private final Session session;
    private final String base;
    private final Filter filter;
    private final String[] attributes;
    private final Control[] further;

    /** Everything below a base that a filter admits; {@code further} controls go with each page. */
    public Pages(Session session, String base, Filter filter, List<String> attributes, Control... further) {
        this.session = session;
        this.base = base;
        this.filter = filter;
        this.attributes = attributes.toArray(String[]::new);
        this.further = further.clone();
    }

    /**
     * Reads all pages. When the server finds a page too large before it gave one, smaller ones are tried.
     *
     * @param what names the read in a fault
     * @param consumer gets each page, in the calling thread, while no request is under way
     * @throws io.calque.diagnostic.Fault when the read is cut short or refused: half a result is none
     */
    public void each(String what, Consumer<List<SearchResultEntry>> consumer) {
        int size = FIRST_SIZE;
        @Nullable ASN1OctetString cookie = null;
        boolean begun = false;
        while (true) {
            List<SearchResultEntry> page = new ArrayList<>(size);
            try {
                SearchResult result = session.search(request(page, size, cookie));
                consumer.accept(page);
                SimplePagedResultsControl answer = SimplePagedResultsControl.get(result);
                if (answer == null || !answer.moreResultsToReturn()) {
                    return;
                }
                cookie = answer.getCookie();
                begun = true;
            } catch (LDAPSearchException e) {
                if (begun || size <= LEAST_SIZE || !tooLarge(e.getResultCode())) {
                    throw session.fault(what, e);
                }
                size /= 2;
            } catch (LDAPException e) {
                throw session.fault(what, e);
            }
        }
    }

    /** The first page alone, of at most so many entries. */
    public List<SearchResultEntry> first(String what, int size) {
        List<SearchResultEntry> page = new ArrayList<>();
        try {
            session.search(request(page, size, null));
            return List.copyOf(page);
        } catch (LDAPSearchException e) {
            throw session.fault(what, e);
        }
    }

    private SearchRequest request(List<SearchResultEntry> page, int size, @Nullable ASN1OctetString cookie) {
        SearchRequest request = new SearchRequest(new Collector(page), base, SearchScope.SUB, filter, attributes);
        for (Control control : further) {
            request.addControl(control);
        }
        request.addControl(new SimplePagedResultsControl(size, cookie, true));
        return request;
    }

    private static boolean tooLarge(ResultCode code) {
        return code.equals(ResultCode.ADMIN_LIMIT_EXCEEDED) || code.equals(ResultCode.SIZE_LIMIT_EXCEEDED);
    }

    private record Collector(List<SearchResultEntry> page) implements SearchResultListener {
        private static final long serialVersionUID = 1L;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            page.add(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            // Told nowhere: every read from a domain's root has some.
        }
    }
}
