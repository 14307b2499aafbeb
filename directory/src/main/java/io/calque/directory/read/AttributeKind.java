package io.calque.directory.read;

/** What has to happen for the value of an attribute to change (MS-ADTS 2.2.9, 2.2.10, 3.1.1.2.3). */
public enum AttributeKind {
    /** Somebody writes it on the object that has it, which counts as a change of that object. */
    OWN,
    /**
     * It holds the name of another object. It is written like {@link #OWN}, but it also shows another value when that object is renamed,
     * moved or deleted, which does not count as a change of the object that has it.
     */
    LINK,
    /** It is the other end of a link, is computed when it is read, or is not replicated: no count of changes shows when it changes. */
    UNTRACKED
}
