package io.calque.meeting;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Being in a session: only who is in can act, a telephone carries audio alone, who leaves frees a seat (rules P1, P3, S1). */
final class Presence {
    private Presence() {}

    /** Whether somebody can act at all. */
    static Ruling check(Turn turn) {
        Session session = turn.session();
        String name = turn.me().name();
        String endpoint = turn.step().endpoint();
        if (session.isWaiting(name)) {
            return Ruling.refused(Gate.LOBBY, "G4", name + " waits in the lobby");
        }
        if (session.wasRemoved(name, endpoint)) {
            return Ruling.removed("E1", endpoint + " was taken out when " + name + " joined from elsewhere")
                    .read("second-endpoint");
        }
        if (!session.isIn(name) || (endpoint != null && !session.endpoints(name).contains(endpoint))) {
            return Ruling.refused(Gate.SERVER, "P1", name + " is not in the session" + from(endpoint));
        }
        return carries(turn)
                ? Ruling.allowed("P1", name + " is in the session")
                : Ruling.refused(Gate.SERVER, "P3", "a telephone carries audio alone");
    }

    private static String from(@Nullable String endpoint) {
        return endpoint == null ? "" : " from " + endpoint;
    }

    private static boolean carries(Turn turn) {
        return turn.me().kind() != Kind.PSTN
                || turn.step().action() == Action.ADD_AUDIO
                || turn.step().action() == Action.LEAVE;
    }

    static Ruling leave(Turn turn) {
        turn.session().leave(turn.me().name(), turn.step().endpoint());
        return Ruling.allowed("S1", "a freed seat can be taken again");
    }

    static Ruling admit(Turn turn) {
        Session session = turn.session();
        Participant waiting = turn.with();
        if (waiting == null || !session.isWaiting(waiting.name())) {
            return Ruling.refused(Gate.SERVER, "P1", "no one of that name waits in the lobby");
        }
        Ruling ruling = Ruling.firstRefusal(
                Stream.of(turn.presenter("G4"), Admission.seat(session, turn.organiser())),
                Ruling.allowed("G4", waiting.name() + " gets in"));
        if (!ruling.refuses()) {
            session.admit(waiting.name());
            session.enter(waiting.name(), waiting.kind() == Kind.PSTN ? Session.TELEPHONE : "endpoint 1");
        }
        return ruling;
    }
}
