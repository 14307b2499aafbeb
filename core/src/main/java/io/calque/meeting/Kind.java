package io.calque.meeting;

import java.util.Locale;

/** What kind of person takes part. */
public enum Kind {
    /** A person with an account on this server. */
    USER,
    /** A person with an account of a federated company, whose policies are not known here. */
    FEDERATED,
    /** A person who did not sign in. */
    ANONYMOUS,
    /** A telephone. */
    PSTN;

    /** The word that files and JSON use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the person signs in, here or at a federated company; others are anonymous. */
    public boolean signsIn() {
        return this == USER || this == FEDERATED;
    }

    /** Whether the person has an account on this server, hence policies and licences. */
    public boolean isInternal() {
        return this == USER;
    }
}
