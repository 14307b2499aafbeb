package io.calque.directory.wire;

/** What came from the server is not LDAP. Unchecked, because it is met deep in the work on entries; readers turn it into a lost controller. */
public final class MalformedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}
