package io.calque.diagnostic;

import java.util.Locale;

/** How much a finding weighs. Only {@link #ERROR} makes a command answer "no" (exit status 2). */
public enum Severity {
    /** Something is wrong: a rule is broken or an input can't be used. */
    ERROR,
    /** Something is allowed, yet probably not what was meant. */
    WARNING,
    /** Something worth knowing. */
    INFO;

    /** The name that people and JSON see: {@code error}, {@code warning}, {@code info}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
