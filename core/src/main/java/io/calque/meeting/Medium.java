package io.calque.meeting;

import java.util.Locale;

/** What a session carries beside messages. */
public enum Medium {
    AUDIO,
    VIDEO,
    SHARING,
    WHITEBOARD,
    RECORDING;

    /** The word that JSON uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
