package io.calque.remoting.psrp;

import org.jspecify.annotations.Nullable;

/** A request failed, and this is how far it got. The message is one sentence for people and holds no secret. */
public abstract sealed class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TransportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nothing left this machine, or so little that the server can't have acted on it. The request may be made again. */
    public static final class NotSent extends TransportException {
        private static final long serialVersionUID = 1L;

        /** Why nothing was sent. */
        public NotSent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The request may have arrived and been acted on; no answer came. It must not be made again blindly. */
    public static final class MaybeSent extends TransportException {
        private static final long serialVersionUID = 1L;

        /** What happened instead of an answer. */
        public MaybeSent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The shell is no longer there, and with it every pipeline. Told apart from a shell that is only slow. */
    public static final class SessionGone extends TransportException {
        private static final long serialVersionUID = 1L;

        private final boolean maybeSent;

        /**
         * The shell is gone.
         *
         * @param maybeSent whether this very request may have been acted on before the end; false when the server refused it because the
         *     shell was already gone
         */
        public SessionGone(String message, boolean maybeSent, @Nullable Throwable cause) {
            super(message, cause);
            this.maybeSent = maybeSent;
        }

        /** Whether this very request may have been acted on. */
        public boolean maybeSent() {
            return maybeSent;
        }
    }

    /** The server answered that it will not do it, and has not done it. */
    public static final class Refused extends TransportException {
        private static final long serialVersionUID = 1L;

        private final long status;

        /**
         * The server's refusal.
         *
         * @param status the number it gave: an HTTP status or a WS-Management fault code; 0 when none
         */
        public Refused(long status, String message) {
            this(status, message, null);
        }

        /** The server's refusal, as the layer below told it. */
        public Refused(long status, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.status = status;
        }

        /** The number the server gave; 0 when none. */
        public long status() {
            return status;
        }
    }
}
