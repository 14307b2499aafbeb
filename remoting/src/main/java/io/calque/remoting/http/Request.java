package io.calque.remoting.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A POST: the only method that WS-Management uses.
 *
 * @param headers fields besides Host, Content-Length, Connection and Accept-Encoding, which the connection writes itself
 * @param body the bytes, not copied: don't change them
 * @param patience how long the answer may take to begin or to continue; a long poll needs more than a quick call
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: a request is a message, not a value
public record Request(Headers headers, byte[] body, Duration patience) {
    /** The same request with one more field. */
    public Request with(String name, String value) {
        return new Request(headers.with(name, value), body, patience);
    }

    /** The same request without its body, as the legs of a handshake are sent. */
    public Request withoutBody() {
        return new Request(headers, new byte[0], patience);
    }

    byte[] head(HttpsUrl url) {
        var head = new StringBuilder(512).append("POST ").append(url.target()).append(" HTTP/1.1\r\n");
        field(head, "Host", url.authority());
        field(head, "Connection", "Keep-Alive");
        // IIS compresses what it is not told to leave alone, and a compressed answer has no honest size limit.
        field(head, "Accept-Encoding", "identity");
        headers.fields().forEach(f -> field(head, f.name(), f.value()));
        field(head, "Content-Length", Integer.toString(body.length));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
