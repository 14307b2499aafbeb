package io.calque.remoting.http;

import java.io.IOException;
import java.util.Objects;

/** An exchange that ended without an answer. It tells what failed and whether the server may have got the request. */
public final class HttpException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What failed, from the outermost layer inwards. */
    public enum Reason {
        /** The host name is not known. */
        NAME,
        /** Nobody listens, or nobody answered in time. */
        CONNECT,
        /** No TLS connection could be agreed on. */
        TLS,
        /** The certificate is not trusted. */
        CERTIFICATE,
        /** The certificate is trusted, but is another server's. */
        HOST_NAME,
        /** The answer did not come, or did not end, in time. */
        TIMEOUT,
        /** The connection ended before the answer did. */
        CUT,
        /** The answer is larger than the caller wants to hold. */
        TOO_LARGE,
        /** The answer is not HTTP/1.1 as RFC 9112 has it, or is compressed although that was declined. */
        MALFORMED
    }

    private final Reason reason;
    private final boolean maybeSent;

    HttpException(Reason reason, boolean maybeSent, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.maybeSent = maybeSent;
    }

    HttpException(Reason reason, boolean maybeSent, String message) {
        super(message);
        this.reason = reason;
        this.maybeSent = maybeSent;
    }

    /** What failed. */
    public Reason reason() {
        return reason;
    }

    /** Whether any byte of the request may have reached the server, so that it may have acted on it. */
    public boolean maybeSent() {
        return maybeSent;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
