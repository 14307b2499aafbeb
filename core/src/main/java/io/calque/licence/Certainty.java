package io.calque.licence;

import java.util.Locale;

/** How sure a row of a profile is. */
public enum Certainty {
    /** Several independent sources agree. */
    HIGH,
    /** Few sources, or sources that disagree. */
    MEDIUM,
    /** Inferred; no source names it. */
    LOW,
    /** Decided by the workspace's owner, with a reason. */
    OVERRIDDEN;

    /** The word that files and JSON use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
