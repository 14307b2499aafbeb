package io.calque.meeting;

import java.util.Locale;

/**
 * What stands between a person and an action. The product's own client tells the first three apart (Lync client API, {@code
 * CanShareDetail}: DisabledByOrganizerPolicy, DisabledByPolicy, DisabledByRole).
 */
public enum Gate {
    /** The policy of whoever organises; it binds everybody. */
    ORGANISER_POLICY,
    /** The person's own policy. */
    OWN_POLICY,
    /** Presenter or attendee. */
    ROLE,
    /** The meeting is full. */
    SIZE,
    /** The person waits in the lobby, or the meeting is locked. */
    LOBBY,
    /** A flag of the person's account. */
    ACCOUNT,
    /** What the server does whatever the policies say. */
    SERVER;

    /** The word that files and JSON use: {@code own-policy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
