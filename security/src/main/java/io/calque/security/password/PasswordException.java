package io.calque.security.password;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** There is no password to be had. The message is a sentence for people and holds nothing secret. */
public final class PasswordException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Nothing is there, or it is empty. */
        MISSING,
        /** The file is open to other accounts. */
        OPEN_FILE
    }

    private final Reason reason;
    private final @Nullable String help;

    PasswordException(Reason reason, String message, @Nullable String help) {
        super(message);
        this.reason = reason;
        this.help = help;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What to do about it; null where the message says it. */
    public @Nullable String help() {
        return help;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
