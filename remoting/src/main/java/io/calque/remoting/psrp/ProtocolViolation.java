package io.calque.remoting.psrp;

/** What the server sent breaks the protocol, so that nothing after it can be trusted. The message says what, for people. */
public final class ProtocolViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A violation. */
    public ProtocolViolation(String message) {
        super(message);
    }

    /** A violation that another reader found. */
    public ProtocolViolation(String message, Throwable cause) {
        super(message, cause);
    }
}
