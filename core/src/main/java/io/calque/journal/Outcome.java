package io.calque.journal;

/** What came of a step. */
public sealed interface Outcome {
    /** It was done, and reading back showed it. */
    record Done() implements Outcome {}

    /** It certainly was not tried, for a reason outside of it, so that it can be tried later. */
    record NotTried(String reason) implements Outcome {}

    /** The target refused it, for a reason in the target's own words; nothing was changed. */
    record Refused(String reason) implements Outcome {}

    /** Nobody knows whether it was done: the target went silent, or shows something else than it said. */
    record Unknown(String reason) implements Outcome {}
}
