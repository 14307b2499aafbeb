package io.calque.diagnostic;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fault or remark: what is wrong, where, and what to do about it.
 *
 * @param code which kind of finding; never changes its meaning
 * @param severity how much it weighs; the code's own unless the case is milder or graver
 * @param message what is wrong, in one sentence without a full stop, naming the thing itself
 * @param help what to do, in one sentence; null when the message says it all
 * @param place where it is; null when it is in no file
 * @param witness the proof that failed; null when the finding is not about a proof
 * @param count how many findings it stands for: 1, or those of its code that are not shown one by one
 */
public record Finding(
        Code code,
        Severity severity,
        String message,
        @Nullable String help,
        @Nullable Place place,
        @Nullable Witness witness,
        long count) {

    /** Errors first, then by place, code and message: the order in which people read findings. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::place, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    /** A finding of the code's own severity, with neither help nor place. */
    public static Finding of(Code code, String message) {
        return new Finding(code, code.severity(), message, null, null, null, 1);
    }

    /** Findings of one code that are counted and not shown. */
    static Finding more(Code code, Severity severity, long count) {
        String message = String.format(Locale.ROOT, "%,d more of the same kind: %s", count, code.title());
        return new Finding(code, severity, message, null, null, null, count);
    }

    /** The same finding at a place. */
    public Finding at(@Nullable Place newPlace) {
        return new Finding(code, severity, message, help, newPlace, witness, count);
    }

    /** The same finding with a remedy. */
    public Finding help(@Nullable String newHelp) {
        return new Finding(code, severity, message, newHelp, place, witness, count);
    }

    /** The same finding with another weight. */
    public Finding as(Severity newSeverity) {
        return new Finding(code, newSeverity, message, help, place, witness, count);
    }

    /** The same finding with the proof that failed. */
    public Finding because(Witness newWitness) {
        return new Finding(code, severity, message, help, place, newWitness, count);
    }

    /** Whether it is of severity error: what it is about can't be relied on. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
