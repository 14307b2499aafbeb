package io.calque.security.tls;

import java.io.IOException;
import java.util.Objects;

/** No TLS connection to a server that is trusted. Nothing was sent over it. The message is a sentence for people. */
public final class TlsException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Nothing could be agreed on. */
        HANDSHAKE,
        /** The server did not finish the handshake in time. */
        TIMEOUT,
        /** The certificate is not trusted. */
        CERTIFICATE,
        /** The certificate is trusted, but is another server's. */
        HOST_NAME
    }

    private final Reason reason;

    TlsException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
