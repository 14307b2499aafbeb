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
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.calque.directory.connect.RawStream;
import io.calque.directory.connect.Session;
import io.calque.directory.wire.Page;
import java.util.List;
import java.util.Objects;
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
        each(what, new Asking(), consumer);
    }

    /**
     * Reads all pages as bytes, in the same way but faster.
     *
     * @param consumer gets each page, in the calling thread, while the next one is under way: the session is not to be asked meanwhile, and
     *     the page is good until the next one but one
     */
    void bytes(String what, Consumer<Page> consumer) {
        RawStream line = session.line();
        if (line == null) {
            each(what, page -> consumer.accept(Page.of(page)));
        } else {
            each(what, new Streaming(line), consumer);
        }
    }

    private <P> void each(String what, Exchange<P> exchange, Consumer<P> consumer) {
        int size = FIRST_SIZE;
        boolean begun = false;
        EndlessPages endless = new EndlessPages();
        try {
            exchange.ask(request(size, null));
            while (true) {
                Exchange.Answer<P> answer;
                try {
                    answer = exchange.answer();
                } catch (LDAPSearchException e) {
                    if (begun || size <= LEAST_SIZE || !tooLarge(e.getResultCode())) {
                        throw e;
                    }
                    size /= 2;
                    exchange.ask(request(size, null));
                    continue;
                }
                begun = true;
                endless.page(exchange.first(answer.page()));
                SimplePagedResultsControl end = SimplePagedResultsControl.get(answer.result());
                ASN1OctetString cookie = end == null || !end.moreResultsToReturn() ? null : end.getCookie();
                if (cookie != null) {
                    exchange.ask(request(size, cookie));
                }
                consumer.accept(answer.page());
                if (cookie == null) {
                    return;
                }
            }
        } catch (LDAPException e) {
            throw session.fault(what, e);
        }
    }

    /** The first page alone, of at most so many entries. */
    public List<SearchResultEntry> first(String what, int size) {
        try {
            Exchange<List<SearchResultEntry>> exchange = new Asking();
            exchange.ask(request(size, null));
            return exchange.answer().page();
        } catch (LDAPSearchException e) {
            throw session.fault(what, e);
        }
    }

    private SearchRequest request(int size, @Nullable ASN1OctetString cookie) {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
        for (Control control : further) {
            request.addControl(control);
        }
        request.addControl(new SimplePagedResultsControl(size, cookie, true));
        return request;
    }

    private static boolean tooLarge(ResultCode code) {
        return code.equals(ResultCode.ADMIN_LIMIT_EXCEEDED) || code.equals(ResultCode.SIZE_LIMIT_EXCEEDED);
    }

    /** Pages as entries. It asks when the answer is wanted, so that the session is free between two pages. */
    private final class Asking implements Exchange<List<SearchResultEntry>> {
        private @Nullable SearchRequest next;

        @Override
        public void ask(SearchRequest request) {
            next = request;
        }

        @Override
        public String first(List<SearchResultEntry> page) {
            return page.isEmpty() ? "" : page.getFirst().getDN();
        }

        @Override
        public Answer<List<SearchResultEntry>> answer() throws LDAPSearchException {
            SearchResult result = session.search(Objects.requireNonNull(next));
            // References are told nowhere: every read from a domain's root has some.
            List<SearchResultEntry> entries = result.getSearchEntries();
            return new Answer<>(entries == null ? List.of() : entries, result);
        }
    }
}
