package io.calque.meeting;

import java.util.Locale;

/** Whether a person presents or attends: the role in a meeting, apart from all policies. */
public enum MeetingRole {
    PRESENTER,
    ATTENDEE;

    /** The word that files and JSON use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
