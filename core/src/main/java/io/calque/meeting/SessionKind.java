package io.calque.meeting;

import java.util.Locale;

/** How a session begins. */
public enum SessionKind {
    /** Two people; it becomes a meeting when a third joins or when somebody needs what only a meeting server has. */
    P2P,
    /** A meeting on the spot, a group chat among them. */
    ADHOC,
    /** A meeting that was scheduled. */
    SCHEDULED;

    /** The word that files and JSON use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
