package io.calque.meeting;

import io.calque.licence.Entitlement;
import io.calque.licence.Licences;
import io.calque.licence.Need;
import io.calque.policy.Licensing;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which licences an action takes of whoever does it: the organiser or initiator is judged, attendees need Standard (G6). */
final class Needs {
    private static final String ATTEND = "meeting.attend";

    private Needs() {}

    /** The nearest sufficient set for a person; nothing for outsiders. */
    static Licences of(Turn turn) {
        if (!turn.me().kind().isInternal() || turn.step().action() == Action.GET_POLICY) {
            return Licences.NONE;
        }
        return turn.session()
                .licensing()
                .entitlement(right(turn))
                .map(Entitlement::need)
                .map(need -> nearest(need, turn.me().licences()))
                .orElse(Licences.STANDARD);
    }

    private static Licences nearest(Need need, Licences held) {
        return need.alternatives().stream()
                .min(Comparator.comparing(held::lacks))
                .orElseThrow();
    }

    /** The right that somebody uses with an action. */
    static String right(Turn turn) {
        boolean meeting = turn.session().isMeeting();
        return switch (turn.step().action()) {
            case JOIN, IM -> meeting ? organising(turn, "im.group", ATTEND) : "im.two-party";
            case LEAVE, SAVE_CONTENT, TAKE_CONTROL, ADMIT, WAIT, GET_POLICY -> ATTEND;
            case ADD_AUDIO -> meeting ? organising(turn, Media.audioRight(turn.session()), ATTEND) : "audio.two-party";
            case ADD_VIDEO -> meeting ? organising(turn, "meeting.organise.video", ATTEND) : "video.two-party";
            case SHARE_DESKTOP, SHARE_PROGRAM ->
                meeting ? organising(turn, "meeting.organise.sharing", "meeting.present") : "sharing.two-party";
            case VIEW_SHARING -> "meeting.view-sharing";
            case SEND_FILE ->
                meeting && turn.step().with() == null ? organising(turn, "file.group", ATTEND) : "file.two-party";
            case WHITEBOARD ->
                organising(
                        turn,
                        "meeting.whiteboard",
                        turn.session().users(Medium.WHITEBOARD).isEmpty() ? "meeting.present" : ATTEND);
            case POLL -> organising(turn, "meeting.poll", "meeting.present");
            case POWERPOINT -> organising(turn, "meeting.powerpoint", "meeting.present");
            case RECORD -> meeting ? "meeting.record" : "recording.two-party";
            case DIAL_IN -> organising(turn, "meeting.dial-in", ATTEND);
            case DIAL_OUT -> dialOut(turn);
            case INVITE_ANONYMOUS -> organising(turn, "meeting.anonymous", ATTEND);
            case VIEW_GALLERY -> meeting ? organising(turn, "meeting.gallery", ATTEND) : ATTEND;
        };
    }

    private static String dialOut(Turn turn) {
        Licensing licensing = turn.session().licensing();
        if (turn.organises() && licensing.entitlement("meeting.dial-out").isPresent()) {
            return "meeting.dial-out";
        }
        return turn.me().situation().account().enterpriseVoice() ? "voice.pstn" : ATTEND;
    }

    private static String organising(Turn turn, String organiser, String participant) {
        return turn.organises() ? organiser : participant;
    }

    /** The topic whose reading decides the licence of a right; null for none. */
    static @Nullable String topic(String right) {
        return switch (right) {
            case "meeting.present" -> "presenting-licence";
            case "meeting.adhoc.audio" -> "adhoc-audio-licence";
            default -> null;
        };
    }
}
