package io.calque.diagnostic;

import static io.calque.diagnostic.Severity.ERROR;

/**
 * Every kind of finding. A code never changes its meaning; hundreds group them: 1 input, 2 catalogue, 3 licence, 4 assignment,
 * 5 plan, 6 apply, 7 directory, 8 server, 9 internal. Each has a page, {@code docs/findings/CQxxx.md}.
 */
public enum Code {
    /** A file can't be read at all. */
    UNREADABLE_FILE(101, ERROR, "file can't be read"),
    /** The command line can't be understood. */
    USAGE(190, ERROR, "command line can't be understood"),
    /** A file or folder can't be read or written, for a reason outside its content. */
    FILE_NOT_USABLE(191, ERROR, "file or folder can't be used"),
    /** Calque itself is at fault. */
    INTERNAL(901, ERROR, "internal error"),
    /** The machine gave Calque too little memory. */
    OUT_OF_MEMORY(902, ERROR, "not enough memory");

    private final int number;
    private final Severity severity;
    private final String title;

    Code(int number, Severity severity, String title) {
        this.number = number;
        this.severity = severity;
        this.title = title;
    }

    /** The id that people and scripts see: {@code CQ101}. */
    public String id() {
        return "CQ" + number;
    }

    /** The severity that findings of this code have unless they say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What it is about, in a few words. */
    public String title() {
        return title;
    }
}
