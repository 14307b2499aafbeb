package io.calque.meeting;

import java.util.stream.Stream;

/** Messages, audio and video (rules I1, A1 to A8). */
final class Media {
    private static final String ACCOUNT = "audio.two-party";

    private Media() {}

    static Ruling messages(Turn turn) {
        return turn.session().isMeeting()
                ? Ruling.allowed("I1", "messages have no switch of their own")
                : turn.gates().own("im.two-party", "G1");
    }

    static Ruling audio(Turn turn) {
        Ruling own = turn.gates().own(ACCOUNT, "A5");
        return used(
                turn,
                Medium.AUDIO,
                turn.session().isMeeting()
                        ? Ruling.firstRefusal(Stream.of(conferenceAudio(turn), own), conferenceAudio(turn))
                        : own);
    }

    /** The organiser's gate for audio in a meeting, by which telephones come too. */
    static Ruling conferenceAudio(Turn turn) {
        return turn.gates().organiser(audioRight(turn.session()), "A1");
    }

    /** The right under which an organiser has audio in such a meeting. */
    static String audioRight(Session session) {
        return session.isAdhoc() ? "meeting.adhoc.audio" : "meeting.organise.audio";
    }

    static Ruling video(Turn turn) {
        if (!turn.session().isMeeting()) {
            return used(turn, Medium.VIDEO, turn.gates().own("video.two-party", "A4"));
        }
        Ruling organiser = conferenceVideo(turn);
        Ruling resolution = resolution(turn, organiser);
        return used(
                turn,
                Medium.VIDEO,
                Ruling.firstRefusal(
                        Stream.of(organiser, resolution, turn.gates().own(ACCOUNT, "A5")), resolution));
    }

    private static Ruling conferenceVideo(Turn turn) {
        Ruling organiser = turn.gates().organiser("meeting.organise.video", "A2");
        boolean audioOff = turn.gates().organiser(Conditions.AUDIO, "A3").refuses();
        boolean videoOn = !"AllowIPVideo".equals(organiser.setting());
        return audioOff && videoOn
                ? new Ruling(
                        organiser.outcome(),
                        organiser.gate(),
                        organiser.setting(),
                        organiser.state(),
                        "A3",
                        "video-without-audio",
                        null,
                        organiser.why(),
                        organiser.lost())
                : organiser;
    }

    /** Whether video of the wanted resolution is there: the organiser's limit, and where read so the own one if it is higher (A9). */
    private static Ruling resolution(Turn turn, Ruling otherwise) {
        if (turn.step().how().resolution() != Resolution.VGA) {
            return otherwise;
        }
        Ruling organiser = turn.gates().organiser(Conditions.VGA, "A9");
        if (!organiser.refuses() || !turn.me().kind().isInternal()) {
            return organiser;
        }
        Ruling own =
                turn.gates().reads("video-resolution", "higher") ? turn.gates().own(Conditions.VGA, "A9") : organiser;
        return own.read("video-resolution");
    }

    static Ruling gallery(Turn turn) {
        if (!turn.session().isMeeting() || !turn.gates().knows("meeting.gallery")) {
            return Ruling.refused(
                    Gate.SERVER, "A8", "several video streams are there in meetings since Lync Server 2013");
        }
        return Ruling.firstRefusal(
                Stream.of(turn.gates().organiser("meeting.gallery", "A8")),
                turn.gates().own(Conditions.RECEIVES_GALLERY, "A8"));
    }

    static Ruling used(Turn turn, Medium medium, Ruling ruling) {
        if (!ruling.refuses()) {
            turn.session().use(medium, turn.me().name());
        }
        return ruling;
    }
}
