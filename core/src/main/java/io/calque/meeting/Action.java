package io.calque.meeting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people do in sessions. */
public enum Action {
    JOIN("join the session"),
    LEAVE("leave the session"),
    IM("write messages"),
    ADD_AUDIO("use audio"),
    ADD_VIDEO("use video"),
    SHARE_DESKTOP("share the desktop"),
    SHARE_PROGRAM("share a program"),
    VIEW_SHARING("watch what is shared"),
    TAKE_CONTROL("take control of what is shared"),
    SEND_FILE("send a file"),
    WHITEBOARD("use a whiteboard"),
    POLL("take a poll"),
    POWERPOINT("show slides"),
    RECORD("record the session"),
    DIAL_IN("join by telephone"),
    DIAL_OUT("have the meeting call a telephone"),
    INVITE_ANONYMOUS("invite anonymous people"),
    VIEW_GALLERY("see several video streams"),
    SAVE_CONTENT("save what is shared"),
    ADMIT("let somebody in from the lobby"),
    WAIT("let time pass"),
    GET_POLICY("get another policy");

    private final String phrase;

    Action(String phrase) {
        this.phrase = phrase;
    }

    /** The word that files and JSON use: {@code add-audio}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, as a verb phrase for sentences. */
    public String phrase() {
        return phrase;
    }

    /** The action with a word, in any case. */
    public static Optional<Action> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Action::word).toList();
    }
}
