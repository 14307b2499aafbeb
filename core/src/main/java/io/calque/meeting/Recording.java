package io.calque.meeting;

import java.util.stream.Stream;

/** Who records (rules R1 to R3). */
final class Recording {
    private Recording() {}

    static Ruling record(Turn turn) {
        if (!turn.session().isMeeting()) {
            return Media.used(turn, Medium.RECORDING, turn.gates().own("recording.two-party", "R3"));
        }
        Ruling policies = policies(turn.gates(), turn.me());
        return Media.used(
                turn, Medium.RECORDING, Ruling.firstRefusal(Stream.of(policies, turn.presenter("G4")), policies));
    }

    /** What the policies say in a meeting: the organiser's, and for people of this server their own too, if read so. */
    static Ruling policies(Gates gates, Participant me) {
        if (!me.kind().isInternal()) {
            return gates.organiser("meeting.record.external", "R2");
        }
        Ruling organiser = gates.organiser("meeting.record", "R1");
        if (organiser.refuses() || gates.organiser().name().equals(me.name())) {
            return organiser;
        }
        Ruling own = gates.reads("participant-recording", "both") ? gates.own("meeting.record", "R1") : organiser;
        return own.read("participant-recording");
    }
}
