package io.calque.catalogue;

import java.util.Locale;

/** Whom a setting binds. */
public enum Binding {
    /** The policy of whoever organises binds everybody in the meeting. */
    ORGANISER,
    /** The policy of a person binds only that person. */
    PARTICIPANT,
    /** Both must agree: the organiser's for the meeting, each person's own for that person. */
    EVERYONE,
    /** Nobody: a note or a reserved setting. */
    NOBODY;

    /** The word that the data files use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
