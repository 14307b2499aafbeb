package io.calque.remoting.clixml;

import java.util.Objects;

/** What was read is not CLIXML, or is more than the limits allow. The message says what is wrong, for people. */
public final class MalformedCliXml extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedCliXml(String message, int line, int column, Throwable cause) {
        super(message, cause);
        this.line = line;
        this.column = column;
    }

    MalformedCliXml(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The line, counted from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** The column, counted from 1; 0 when unknown. */
    public int column() {
        return column;
    }
}
