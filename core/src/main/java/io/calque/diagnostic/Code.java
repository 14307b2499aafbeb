package io.calque.diagnostic;

import static io.calque.diagnostic.Severity.ERROR;

/**
 * Every kind of finding. A code never changes its meaning; hundreds group them: 1 input, 2 catalogue, 3 licence, 4 assignment,
 * 5 plan, 6 apply, 7 directory, 8 server, 9 internal. Each has a page, {@code docs/findings/CQxxx.md}.
 */
public enum Code {
    /** A file can't be read at all. */
    UNREADABLE_FILE(101, ERROR, "file can't be read"),
    /** A file is larger than is ever sensible. */
    FILE_TOO_LARGE(102, ERROR, "file too large"),
    /** A text is no YAML, or uses what Calque refuses: cycles, deep nesting, two documents. */
    YAML_SYNTAX(103, ERROR, "not YAML"),
    /** A key stands twice in one map, or a column twice in one header. */
    DUPLICATE_KEY(104, ERROR, "key or column given twice"),
    /** A key that means nothing here. */
    UNKNOWN_KEY(105, ERROR, "unknown key"),
    /** A key that must be there is not. */
    MISSING_KEY(106, ERROR, "missing key"),
    /** A map, list or single value stands where another shape is needed, or a word is none of those known. */
    WRONG_SHAPE(107, ERROR, "wrong shape"),
    /** A CSV file has no header or no usable column. */
    EMPTY_TABLE(108, ERROR, "empty table"),
    /** A row has more or fewer fields than the header. */
    ROW_WIDTH(109, ERROR, "row of another width"),
    /** A CSV file breaks off: an open quote, an endless line, bytes that are no text. */
    TABLE_BROKEN(110, ERROR, "table can't be read to its end");

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
