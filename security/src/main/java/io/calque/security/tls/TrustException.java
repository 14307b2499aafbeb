package io.calque.security.tls;

import java.io.IOException;
import java.util.Objects;

/** The certificates that are to be trusted can't be had. The message is a sentence for people. */
public final class TrustException extends IOException {
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
