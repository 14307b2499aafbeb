package io.calque.assign;

import java.util.Arrays;
import java.util.List;

/** What becomes of people whom no rule and no exception matches. */
public enum Unmatched {
    /** What they have stays as it is. */
    KEEP("keep"),
    /** They get no user policy: the site's or Global decides. */
    DEFAULT("default"),
    /** There must be none: each is an error. */
    ERROR("error");

    private final String word;

    Unmatched(String word) {
        this.word = word;
    }

    /** The word that workspaces write. */
    public String word() {
        return word;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Unmatched::word).toList();
    }
}
