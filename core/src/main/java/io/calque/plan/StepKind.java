package io.calque.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of steps, in the order in which a plan takes them: a policy is there before it is granted, voice goes before its line
 * and comes after it, and a policy goes when nobody has it any more.
 */
public enum StepKind {
    CREATE_POLICY,
    SET_POLICY,
    DISABLE_VOICE,
    SET_LINE,
    ENABLE_VOICE,
    GRANT,
    REVOKE,
    REMOVE_POLICY;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word that files and JSON use: {@code create-policy}. */
    public String word() {
        return word;
    }

    /** The kind of a word. */
    public static Optional<StepKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
