package io.calque.diagnostic;

import static io.calque.diagnostic.Severity.ERROR;
import static io.calque.diagnostic.Severity.INFO;
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
    /** A row of people or names in which every identifier is empty. */
    NAMELESS_PERSON(111, ERROR, "row without a name"),
    /** A rule or persona asks for a column or attribute that the source of people does not have. */
    UNKNOWN_ATTRIBUTE(112, ERROR, "unknown column or attribute"),
    /** A file of observed state is not of the shape that it must have. */
    OBSERVED_STATE(113, ERROR, "not an observed state"),
    /** The command line can't be understood. */
    USAGE(190, ERROR, "command line can't be understood"),
    /** A file or folder can't be read or written, for a reason outside its content. */
    FILE_NOT_USABLE(191, ERROR, "file or folder can't be used"),
    /** A policy names a setting that the catalogue does not know. */
    UNKNOWN_SETTING(201, ERROR, "unknown setting"),
    /** A policy names a setting that this product version does not have. */
    SETTING_NOT_IN_VERSION(202, ERROR, "setting not in this product version"),
    /** A setting has a value of another type. */
    SETTING_TYPE(203, ERROR, "value of the wrong type"),
    /** A setting has a value that the product refuses. */
    SETTING_OUT_OF_RANGE(204, ERROR, "value out of range"),
    /** A policy has a name that the server would refuse or read as something else. */
    POLICY_NAME(205, ERROR, "name that the server would refuse"),
    /** A persona wants a policy that the workspace does not declare. */
    UNKNOWN_POLICY(401, ERROR, "unknown policy"),
    /** A rule or exception names a persona that is not there. */
    UNKNOWN_PERSONA(402, ERROR, "unknown persona"),
    /** A persona wants a policy granted that is no user policy. */
    NOT_GRANTABLE(403, ERROR, "policy that can't be granted"),
    /** Two exceptions name one person. */
    SECOND_EXCEPTION(404, ERROR, "second exception for one person"),
    /** A person of the source is no user of the server. */
    NOT_ON_SERVER(501, INFO, "person is not on the server"),
    /** A person of the source may be any of several users of the server. */
    AMBIGUOUS_PERSON(502, ERROR, "person may be any of several users"),
    /** Two rows of the source mean one user. */
    DUPLICATE_PERSON(503, WARNING, "two rows mean one user"),
    /** A telephone number makes no line. */
    LINE_NUMBER(504, WARNING, "telephone number makes no line"),
    /** A number that a user shall have belongs to somebody else. */
    LINE_TAKEN(505, ERROR, "number belongs to somebody else"),
    /** A site policy is declared for a site that the server does not have. */
    UNKNOWN_SITE(506, ERROR, "unknown site"),
    /** A file is no plan, or not a whole one. */
    PLAN_FILE(507, ERROR, "not a plan"),
    /** A plan does more than the workspace allows. */
    BRAKE(508, ERROR, "brake tripped"),
    /** A saved plan no longer fits the server. */
    PLAN_STALE(601, ERROR, "plan no longer fits the server"),
    /** A run that is not there, or one of another plan. */
    UNKNOWN_RUN(602, ERROR, "no such run"),
    /** The journal of a run was changed or damaged after it was written. */
    JOURNAL_BROKEN(603, ERROR, "journal broken"),
    /** Another process works on the run. */
    RUN_BUSY(604, ERROR, "run in use"),
    /** A step of a run can't be taken back wholly. */
    UNDO_PARTLY(605, WARNING, "can't be undone wholly"),
    /** Somebody changed after a run what the run had changed. */
    CHANGED_SINCE(606, WARNING, "changed since the run"),
    /** The target can't be used, or stopped answering. */
    TARGET_LOST(607, ERROR, "target does not answer"),
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
