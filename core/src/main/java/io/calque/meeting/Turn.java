package io.calque.meeting;

import org.jspecify.annotations.Nullable;

/**
 * One person's move in a session.
 *
 * @param session the session before the move
 * @param me who moves
 * @param step what the person does
 */
record Turn(Session session, Participant me, Step step) {
    /** Whose policy binds everybody: the organiser's; in a session of two, that of the person who would make it a meeting (G1). */
    Participant organiser() {
        return session.isMeeting() ? session.organiser() : me;
    }

    boolean organises() {
        return organiser().name().equals(me.name());
    }

    Gates gates() {
        return new Gates(session.licensing(), organiser(), me);
    }

    /** The other person whom the step names, if any. */
    @Nullable
    Participant with() {
        String name = step.with();
        return name == null ? null : session.person(name);
    }

    /** Whether the person presents: as the scenario says, else as the configuration of scheduled meetings does (J5). */
    boolean presents() {
        MeetingRole standing = me.standing();
        if (organises() || standing == MeetingRole.PRESENTER) {
            return true;
        }
        Setup.Designate designate = session.scenario().setup().designateAsPresenter();
        if (standing == MeetingRole.ATTENDEE || session.isAdhoc() || designate == null) {
            return standing != MeetingRole.ATTENDEE;
        }
        return switch (designate) {
            case NONE -> false;
            case COMPANY -> me.kind().isInternal();
            case EVERYONE -> true;
        };
    }

    Ruling presenter(String rule) {
        return presents()
                ? Ruling.allowed(rule, me.name() + " presents")
                : Ruling.refused(
                        Gate.ROLE,
                        rule,
                        me.name() + " attends; only presenters " + step.action().phrase());
    }
}
