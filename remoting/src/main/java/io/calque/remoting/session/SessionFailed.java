package io.calque.remoting.session;

import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.TransportException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session could not be opened. Nothing has run. The message is one sentence for people. */
public final class SessionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ErrorRecord reason;

    SessionFailed(String message, @Nullable ErrorRecord reason, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the server broke the pool; empty when it was something else. */
    public Optional<ErrorRecord> reason() {
        return Optional.ofNullable(reason);
    }

    /** How the transport failed; empty when it was something else. */
    public Optional<TransportException> transport() {
        return getCause() instanceof TransportException failure ? Optional.of(failure) : Optional.empty();
    }
}
