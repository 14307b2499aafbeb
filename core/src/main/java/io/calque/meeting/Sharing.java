package io.calque.meeting;

import io.calque.licence.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs, desktops and control (rules D1 to D6, G5). */
final class Sharing {
    private Sharing() {}

    static Ruling share(Turn turn) {
        boolean desktop = turn.step().action() == Action.SHARE_DESKTOP;
        return Media.used(
                turn, Medium.SHARING, turn.session().isMeeting() ? inMeeting(turn, desktop) : ofTwo(turn, desktop));
    }

    private static Ruling ofTwo(Turn turn, boolean desktop) {
        Ruling own = turn.gates().own("sharing.two-party", "D5").read("two-party-sharing");
        return desktop
                ? Ruling.firstRefusal(Stream.of(own, turn.gates().own(Conditions.SHARES_DESKTOP, "D2")), own)
                : own;
    }

    private static Ruling inMeeting(Turn turn, boolean desktop) {
        Gates gates = turn.gates();
        List<Ruling> all = new ArrayList<>();
        all.add(gates.organiser("meeting.organise.sharing", "D1"));
        Condition most = desktop ? Conditions.SHARES_DESKTOP : Conditions.SHARES_ANYTHING;
        if (turn.me().kind() == Kind.ANONYMOUS) {
            all.add(gates.organiser(most, "G5"));
        } else {
            all.add(gates.own("meeting.present", "D1"));
            all.add(gates.own(most, "D2"));
        }
        all.add(turn.presenter("D1"));
        Ruling open = Ruling.allowed("D1", "the organiser's policy, the own policy and the role agree");
        boolean anothers = turn.me().kind().isInternal() && !turn.organises();
        return Ruling.firstRefusal(all.stream(), anothers ? open.read("presenting-licence") : open);
    }

    static Ruling view() {
        return Ruling.allowed("D3", "no policy stops anybody from watching");
    }

    static Ruling control(Turn turn) {
        Ruling meeting = turn.session().isMeeting()
                ? turn.gates().organiser("meeting.control", "D6")
                : Ruling.allowed("D6", "two people control what they share with each other");
        return turn.me().kind().isInternal() ? meeting : Ruling.firstRefusal(Stream.of(meeting), outsider(turn));
    }

    private static Ruling outsider(Turn turn) {
        boolean bySharer = turn.gates().reads("external-control", "sharer");
        Participant decides = bySharer ? sharer(turn) : turn.session().organiser();
        Gates gates = new Gates(turn.session().licensing(), decides, decides);
        Ruling ruling = bySharer
                ? gates.own(Conditions.OUTSIDERS_CONTROL, "D6")
                : gates.organiser(Conditions.OUTSIDERS_CONTROL, "D6");
        return ruling.read("external-control");
    }

    /** Whose program is controlled: whom the step names, else whoever began to share last, else the organiser. */
    private static Participant sharer(Turn turn) {
        Participant named = turn.with();
        if (named != null) {
            return named;
        }
        List<String> sharers = turn.session().users(Medium.SHARING).stream()
                .filter(name -> !name.equals(turn.me().name()))
                .toList();
        return sharers.isEmpty() ? turn.session().organiser() : turn.session().person(sharers.getLast());
    }
}
