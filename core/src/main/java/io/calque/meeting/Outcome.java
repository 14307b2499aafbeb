package io.calque.meeting;

import java.util.Locale;

/** How a step ends. */
public enum Outcome {
    /** It works. */
    ALLOWED,
    /** A gate is closed, or the person waits in the lobby. */
    REFUSED,
    /** The step takes an endpoint of the same person out of the session, comes from one that was taken out, or ends the meeting. */
    REMOVED;

    /** The word that files and JSON use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
