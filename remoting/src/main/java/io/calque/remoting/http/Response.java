package io.calque.remoting.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer, read whole.
 *
 * @param status 200 to 599; interim answers (1xx) are never shown
 * @param body the decoded bytes (chunks put together), not copied: don't change them
 * @param keepsConnection whether the next request may go over the same connection
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: a response is a message, not a value
public record Response(int status, Headers headers, byte[] body, boolean keepsConnection) {
    /** The body as text, for people; bytes that are not UTF-8 become replacement characters. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
