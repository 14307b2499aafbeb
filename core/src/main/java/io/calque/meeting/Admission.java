package io.calque.meeting;

import io.calque.licence.Condition;
import io.calque.policy.GateState;
import java.util.stream.Stream;

/** Who gets in: accounts, anonymous and federated people, the lobby, seats (rules J1 to J4, S1 to S7). */
final class Admission {
    private static final int FULL = 3100;

    private Admission() {}

    static Ruling join(Turn turn) {
        Participant me = turn.me();
        Session session = turn.session();
        if (me.kind() == Kind.PSTN) {
            return Phones.dialIn(turn);
        }
        Ruling account = turn.gates().own("meeting.attend", "P2");
        if (account.refuses()) {
            return account;
        }
        if (session.isIn(me.name())) {
            return Endpoints.another(turn);
        }
        if (session.isMeeting()) {
            return enter(turn, Stream.of(way(turn), seat(session, turn.organiser())), Endpoints.first(turn));
        }
        if (me.kind() == Kind.ANONYMOUS) {
            return Ruling.refused(Gate.SERVER, "J1", "anonymous people join meetings only; this is a session of two");
        }
        if (session.present().size() < 2) {
            session.enter(me.name(), Endpoints.first(turn));
            return Ruling.allowed("S6", "two people need no meeting; MaxMeetingSize does not count");
        }
        return Escalation.third(turn);
    }

    /** Lets somebody in whom no gate refuses; whoever is refused by the lobby waits there. */
    static Ruling enter(Turn turn, Stream<Ruling> gates, String endpoint) {
        Ruling ruling = Ruling.firstRefusal(gates, Ruling.allowed("S1", "there is a free seat"));
        if (!ruling.refuses()) {
            turn.session().enter(turn.me().name(), endpoint);
        } else if (ruling.gate() == Gate.LOBBY) {
            turn.session().waits(turn.me().name());
        }
        return ruling;
    }

    /** Whether there is a seat for one more in somebody's meeting; the organiser takes one too (S4). */
    static Ruling seat(Session session, Participant organiser) {
        boolean twice = session.licensing()
                .reading("endpoint-seats")
                .filter(r -> r.choice().equals("twice"))
                .isPresent();
        int taken = twice ? session.allEndpoints() : session.present().size();
        GateState state = GateState.of(Conditions.holds(taken + 1L), organiser.situation());
        return state.open()
                ? Ruling.allowed("S1", "there is a free seat")
                : Ruling.closed(
                                Gate.SIZE,
                                state,
                                "S1",
                                "the meeting is full: MaxMeetingSize is " + state.value() + " in " + organiser.name()
                                        + "'s policy " + state.identity() + " and " + taken + " are in")
                        .code(FULL);
    }

    /** Whether somebody gets in without waiting. */
    static Ruling way(Turn turn) {
        if (turn.organises() || turn.session().wasAdmitted(turn.me().name())) {
            return Ruling.allowed("J4", turn.me().name() + " is expected");
        }
        return switch (turn.me().kind()) {
            case USER -> user(turn);
            case FEDERATED -> federated(turn);
            case ANONYMOUS -> anonymous(turn);
            case PSTN -> Ruling.allowed("T2", "callers come by another way");
        };
    }

    static Ruling edge(Turn turn) {
        return turn.session().scenario().setup().allowAnonymousUsers()
                ? Ruling.allowed("J1", "the access edge lets anonymous people through")
                : Ruling.refused(Gate.SERVER, "J1", "AllowAnonymousUsers is False on the access edge")
                        .because("AllowAnonymousUsers");
    }

    private static Ruling user(Turn turn) {
        String name = turn.me().name();
        return switch (access(turn.session())) {
            case ANYONE, COMPANY -> Ruling.allowed("J4", "own policies never limit joining");
            case INVITED ->
                turn.session().scenario().setup().invited().contains(name)
                        ? Ruling.allowed("J4", name + " is invited")
                        : Ruling.refused(Gate.LOBBY, "G4", name + " is not invited and waits in the lobby");
            case LOCKED -> locked(turn);
        };
    }

    private static Ruling anonymous(Turn turn) {
        Ruling policies = Ruling.firstRefusal(Stream.of(turn.gates().organiser("meeting.anonymous", "J1")), edge(turn));
        if (policies.refuses()) {
            return policies;
        }
        return switch (access(turn.session())) {
            case ANYONE -> policies;
            case COMPANY, INVITED -> {
                Ruling waits = Ruling.refused(Gate.LOBBY, "J1", "anonymous people wait in the lobby of this meeting");
                yield turn.session().scenario().setup().access() == null
                        ? waits.because("AdmitAnonymousUsersByDefault")
                        : waits;
            }
            case LOCKED -> locked(turn);
        };
    }

    private static Ruling federated(Turn turn) {
        Condition condition = Conditions.FEDERATED_AS_COMPANY;
        GateState state = GateState.of(condition, turn.organiser().situation());
        boolean known = condition.setting().in(turn.session().licensing().version());
        boolean invited =
                turn.session().scenario().setup().invited().contains(turn.me().name());
        boolean anonymousToo =
                !turn.gates().organiser("meeting.anonymous", "J3").refuses();
        boolean open = switch (access(turn.session())) {
            case ANYONE -> (known && state.open()) || anonymousToo;
            case COMPANY -> known && state.open();
            case INVITED -> known && state.open() && invited;
            case LOCKED -> false;
        };
        if (open) {
            return Ruling.allowed("J3", turn.me().name() + " gets in");
        }
        if (access(turn.session()) == Access.LOCKED) {
            return locked(turn);
        }
        String why = turn.me().name() + " is federated and waits in the lobby";
        return known && !state.open()
                ? Ruling.closed(Gate.LOBBY, state, "J3", why)
                : Ruling.refused(Gate.LOBBY, "J3", why);
    }

    static Ruling locked(Turn turn) {
        return Ruling.refused(
                Gate.LOBBY, "G4", "the meeting is locked; " + turn.me().name() + " waits in the lobby");
    }

    /** The access type; meetings on the spot ignore the configuration and are open (J1). */
    static Access access(Session session) {
        Setup setup = session.scenario().setup();
        Access chosen = setup.access();
        if (chosen != null) {
            return chosen;
        }
        return session.isAdhoc() || setup.admitAnonymousUsersByDefault() ? Access.ANYONE : Access.COMPANY;
    }
}
