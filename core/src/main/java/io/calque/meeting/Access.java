package io.calque.meeting;

import java.util.Locale;

/** Who gets into a meeting without waiting in the lobby: the meeting's access type. */
public enum Access {
    ANYONE,
    COMPANY,
    INVITED,
    LOCKED;

    /** The word that files use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
