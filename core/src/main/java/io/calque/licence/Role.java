package io.calque.licence;

import java.util.Locale;

/** In which role a person has a right. */
public enum Role {
    /** The person's own account. */
    ACCOUNT,
    /** With exactly one other person. */
    TWO_PARTY,
    /** As the organiser: what the person's own meetings carry. */
    ORGANISER,
    /** In anybody's meeting. */
    PARTICIPANT,
    /** In anybody's meeting, if the organiser's policy and the person's own agree. */
    EVERYONE;

    /** The word that files and JSON use: {@code two-party}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
