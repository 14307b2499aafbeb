package io.calque.security.tls;

import java.util.Objects;

/** The certificates that are to be trusted can't be had. The message is a sentence for people. */
public final class TrustException extends Exception {
    private static final long serialVersionUID = 1L;

    TrustException(String message) {
        super(message);
    }

    TrustException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
