package io.calque.policy;

import java.util.Locale;

/** Where a policy applies, the widest first. The narrowest that is there is the effective one; values are never merged. */
public enum Scope {
    GLOBAL,
    SITE,
    USER;

    /** The word that files and JSON use: {@code global}, {@code site}, {@code user}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
