package io.calque.meeting;

import java.util.stream.Stream;

/** Whiteboards, polls, slides and files (rules D7, F1 to F3). */
final class Content {
    private Content() {}

    static Ruling whiteboard(Turn turn) {
        boolean open = !turn.session().users(Medium.WHITEBOARD).isEmpty();
        return Media.used(turn, Medium.WHITEBOARD, carried(turn, "meeting.whiteboard", !open));
    }

    static Ruling poll(Turn turn) {
        return carried(turn, "meeting.poll", true);
    }

    static Ruling slides(Turn turn) {
        return carried(turn, "meeting.powerpoint", true);
    }

    /** What only a meeting server carries: in a session of two it makes whoever asks for it the organiser of a meeting (G1). */
    private static Ruling carried(Turn turn, String right, boolean presentersOnly) {
        Ruling organiser = turn.gates().organiser(right, "D7");
        Ruling ruling =
                presentersOnly ? Ruling.firstRefusal(Stream.of(organiser, turn.presenter("G4")), organiser) : organiser;
        return ruling.refuses() || turn.session().isMeeting()
                ? ruling
                : ruling.losing(Escalation.grow(turn.session(), turn.me()));
    }

    static Ruling file(Turn turn) {
        return turn.session().isMeeting() && turn.step().with() == null
                ? turn.gates().organiser("file.group", "F1")
                : turn.gates().own("file.two-party", "F2");
    }

    static Ruling save(Turn turn) {
        if (!turn.session().isMeeting()) {
            return Ruling.refused(Gate.SERVER, "F3", "only meetings hold content to save");
        }
        Ruling data = turn.gates().organiser(Conditions.DATA, "F3");
        return turn.me().kind().isInternal()
                ? data
                : Ruling.firstRefusal(Stream.of(data), turn.gates().organiser(Conditions.OUTSIDERS_SAVE, "F3"));
    }
}
