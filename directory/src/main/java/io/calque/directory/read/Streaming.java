package io.calque.directory.read;

import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import io.calque.directory.connect.RawStream;
import io.calque.directory.wire.Incoming;
import io.calque.directory.wire.MalformedAnswerException;
import io.calque.directory.wire.Page;
import java.io.IOException;

/** Pages as bytes, straight from the line: the next one is asked for before this one is looked at, so that the server never waits. */
final class Streaming implements Exchange<Page> {
    /** The LDAP library counts its own requests from 1. */
    private static final int FIRST_ID = 1 << 30;

    private final RawStream line;
    private final Incoming incoming;
    private int id = FIRST_ID;

    Streaming(RawStream line) {
        this.line = line;
        this.incoming = new Incoming(line::expect);
    }

    @Override
    public void ask(SearchRequest request) throws LDAPSearchException {
        LDAPMessage message = new LDAPMessage(++id, new SearchRequestProtocolOp(request), request.getControls());
        try {
            line.out().write(message.encode().encode());
            line.out().flush();
        } catch (IOException e) {
            throw new LDAPSearchException(ResultCode.SERVER_DOWN, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Answer<Page> answer() throws LDAPSearchException {
        try {
            Incoming.Answer answer = incoming.next(line.in(), id);
            SearchResult result = result(answer.done());
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPSearchException(result);
            }
            return new Answer<>(answer.page(), result);
        } catch (IOException e) {
            throw new LDAPSearchException(ResultCode.SERVER_DOWN, String.valueOf(e.getMessage()), e);
        } catch (MalformedAnswerException | ASN1Exception e) {
            throw new LDAPSearchException(ResultCode.DECODING_ERROR, String.valueOf(e.getMessage()), e);
        } catch (LDAPSearchException e) {
            throw e;
        } catch (LDAPException e) {
            throw new LDAPSearchException(e);
        }
    }

    @Override
    public String first(Page page) {
        return page.first();
    }

    private static SearchResult result(byte[] bytes) throws ASN1Exception, LDAPException {
        LDAPMessage message = LDAPMessage.decode(ASN1Sequence.decodeAsSequence(bytes));
        SearchResultDoneProtocolOp done = message.getSearchResultDoneProtocolOp();
        return new SearchResult(
                message.getMessageID(),
                ResultCode.valueOf(done.getResultCode()),
                done.getDiagnosticMessage(),
                done.getMatchedDN(),
                done.getReferralURLs().toArray(String[]::new),
                0,
                0,
                message.getControls().toArray(Control[]::new));
    }
}
