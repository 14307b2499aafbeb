package io.calque.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** How a session of two becomes a meeting: whoever makes it one is its organiser (rules G1, A6, A7). */
final class Escalation {
    private Escalation() {}

    /** A third person joins; whoever the step names invited, else whoever began the session. */
    static Ruling third(Turn turn) {
        Session session = turn.session();
        Participant inviter = turn.with();
        Participant organiser = inviter == null ? session.organiser() : inviter;
        Gates gates = new Gates(session.licensing(), organiser, organiser);
        Ruling audio = session.users(Medium.AUDIO).isEmpty()
                ? Ruling.allowed("G1", "no one uses audio")
                : gates.organiser("meeting.adhoc.audio", "A7");
        Ruling ruling =
                Admission.enter(turn, Stream.of(Admission.seat(session, organiser), audio), Endpoints.first(turn));
        return ruling.refuses()
                ? ruling
                : Ruling.allowed("G1", "the session becomes a meeting; " + organiser.name() + " organises it")
                        .losing(grow(session, organiser));
    }

    /** Makes the session a meeting and takes from everybody what the organiser's policy does not carry. */
    static List<Loss> grow(Session session, Participant organiser) {
        session.becomeMeeting(organiser);
        List<Loss> losses = new ArrayList<>();
        lose(session, Medium.AUDIO, "A1", losses, (gates, _) -> gates.organiser("meeting.adhoc.audio", "A1"));
        lose(session, Medium.VIDEO, "A6", losses, (gates, _) -> gates.organiser("meeting.organise.video", "A2"));
        lose(session, Medium.SHARING, "D1", losses, (gates, _) -> gates.organiser("meeting.organise.sharing", "D1"));
        lose(session, Medium.RECORDING, "R1", losses, Recording::policies);
        losses.forEach(session::lose);
        return losses;
    }

    private static void lose(
            Session session,
            Medium medium,
            String rule,
            List<Loss> losses,
            BiFunction<Gates, Participant, Ruling> gate) {
        for (String name : session.users(medium)) {
            Participant user = session.person(name);
            Ruling ruling = gate.apply(new Gates(session.licensing(), session.organiser(), user), user);
            String setting = ruling.setting();
            if (setting != null) {
                losses.add(new Loss(name, medium, setting, rule));
            }
        }
    }
}
