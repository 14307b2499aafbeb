package io.calque.remoting.auth;

import java.io.IOException;
import java.util.Objects;

/**
 * A login that did not succeed. Unless the reason is {@link Reason#WRONG_SERVER}, the request that needed it did not run: the
 * server asks first and acts later.
 */
public final class AuthException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The server offers no way in that we may use. */
        NOT_OFFERED,
        /** We can't do it here: no Kerberos ticket, no such Kerberos service, a broken answer of the server. */
        UNAVAILABLE,
        /** The server, or Kerberos' own, refused the user or the password: another try could lock the account. */
        REJECTED,
        /** The server answered, and then failed to prove who it is: its answer is not to be used, and the request may have run. */
        WRONG_SERVER
    }

    private final Reason reason;

    AuthException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    AuthException(Reason reason, String message, Throwable cause) {
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
