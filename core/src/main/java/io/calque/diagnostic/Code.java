package io.calque.diagnostic;

import static io.calque.diagnostic.Severity.ERROR;
import static io.calque.diagnostic.Severity.WARNING;

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
    TABLE_BROKEN(110, ERROR, "table can't be read to its end"),

    /** The server has no such account, or none that is enabled for the service. */
    UNKNOWN_ACCOUNT(801, ERROR, "the server knows no such account"),
    /** A policy was granted that does not exist or is not a user policy. */
    NOT_A_USER_POLICY(802, ERROR, "only a user policy can be granted"),
    /** A line URI that somebody else has already. */
    LINE_TAKEN(803, ERROR, "line URI taken"),
    /** A voice policy without PSTN usages. */
    NO_PSTN_USAGES(804, WARNING, "voice policy without PSTN usages"),
    /** The account behind the session may not run a cmdlet, or the product version lacks it. */
    CMDLET_NOT_ALLOWED(805, ERROR, "cmdlet not there"),
    /** The server said no, in words that Calque does not know. */
    REFUSED_BY_SERVER(806, ERROR, "refused by the server"),
    /** A name holds characters with which nothing may be named. */
    BAD_IDENTIFIER(811, ERROR, "unusable name"),
    /** A text is no valid Unicode. */
    UNWRITABLE_TEXT(812, ERROR, "text that no file can hold");

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
