package io.calque.meeting;

import io.calque.catalogue.PolicyType;
import io.calque.policy.GateState;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Telephones: dialling in and having the meeting dial out (rules T1 to T6, E4). */
final class Phones {
    private static final int NO_THIRD_PARTIES = 3015;
    private static final String OUT = "meeting.dial-out";

    private Phones() {}

    static Ruling dialIn(Turn turn) {
        Session session = turn.session();
        if (!session.isMeeting()) {
            return Ruling.refused(Gate.SERVER, "T1", "a session of two has no number to dial; only meetings have");
        }
        Ruling policy = turn.gates().organiser("meeting.dial-in", "T1");
        if (policy.refuses()) {
            return policy;
        }
        Ruling ruling = session.isIn(turn.me().name())
                ? Endpoints.another(from(turn))
                : Admission.enter(
                        turn, Stream.of(lobby(turn), Admission.seat(session, turn.organiser())), Session.TELEPHONE);
        return ruling.refuses() || ruling.rule().equals("E4")
                ? Media.used(turn, Medium.AUDIO, ruling)
                : Media.used(turn, Medium.AUDIO, policy);
    }

    /** Callers who are not known by number and PIN wait for somebody who is, and where the configuration wants it (T2). */
    private static Ruling lobby(Turn turn) {
        Session session = turn.session();
        if (session.wasAdmitted(turn.me().name())) {
            return Ruling.allowed("T2", "a presenter let the caller in");
        }
        if (Admission.access(session) == Access.LOCKED) {
            return Admission.locked(turn);
        }
        if (turn.me().kind().isInternal() && turn.me().lineUri() != null) {
            return Admission.way(turn);
        }
        if (!session.isAdhoc() && !session.scenario().setup().pstnCallersBypassLobby()) {
            return Ruling.refused(Gate.LOBBY, "T2", "callers wait in the lobby: PstnCallersBypassLobby is False")
                    .because("PstnCallersBypassLobby");
        }
        boolean somebodyKnown = session.present().stream()
                .anyMatch(name -> session.person(name).kind().isInternal());
        return somebodyKnown
                ? Ruling.allowed("T2", "callers skip the lobby")
                : Ruling.refused(Gate.LOBBY, "T2", "the caller waits until somebody who is signed in has joined");
    }

    static Ruling dialOut(Turn turn) {
        Ruling open = Ruling.allowed("T3", "the meeting may call");
        Ruling ruling = Ruling.firstRefusal(Stream.of(Media.conferenceAudio(turn), who(turn), thirdParty(turn)), open);
        if (ruling.refuses()) {
            return ruling;
        }
        Session session = turn.session();
        Participant target = target(turn);
        if (session.isIn(target.name())) {
            session.enter(target.name(), Session.TELEPHONE);
        } else {
            Ruling seat = Admission.seat(session, turn.organiser());
            if (seat.refuses()) {
                return seat;
            }
            session.enter(target.name(), Session.TELEPHONE);
        }
        session.use(Medium.AUDIO, target.name());
        return session.isMeeting() ? ruling : ruling.losing(Escalation.grow(session, turn.me()));
    }

    private static Ruling who(Turn turn) {
        Participant me = turn.me();
        if (me.kind() == Kind.ANONYMOUS) {
            return Ruling.firstRefusal(
                    Stream.of(turn.gates().organiser("meeting.dial-out.anonymous", "T3")), usages(turn));
        }
        if (me.kind().isInternal() && me.situation().account().enterpriseVoice()) {
            return Ruling.allowed("T3", me.name() + " has Enterprise Voice");
        }
        if (!turn.gates().knows(OUT)) {
            return Ruling.refused(
                            Gate.ACCOUNT,
                            "T5",
                            "in this version only people with Enterprise Voice have meetings dial out")
                    .because("EnterpriseVoiceEnabled");
        }
        return Ruling.firstRefusal(Stream.of(turn.gates().organiser(OUT, "T3")), usages(turn));
    }

    /**
     * The organiser's voice policy authorises calls of people without Enterprise Voice (T4). Of a Global policy that the scenario
     * does not write down nothing is known, so it is taken to have usages.
     */
    private static Ruling usages(Turn turn) {
        Policy voice = turn.organiser().situation().policy(PolicyType.VOICE);
        boolean unknown = voice.settings().isEmpty() && voice.identity().equals(Identity.global());
        GateState state = GateState.of(Conditions.USAGES, turn.organiser().situation());
        return unknown || state.open()
                ? Ruling.allowed("T4", "the organiser's voice policy authorises the call")
                : Ruling.closed(
                        Gate.ORGANISER_POLICY,
                        state,
                        "T4",
                        turn.organiser().name() + "'s voice policy " + state.identity()
                                + " has no usage that authorises calls");
    }

    private static Ruling thirdParty(Turn turn) {
        boolean another = !target(turn).name().equals(turn.me().name());
        return another && !turn.presents()
                ? Ruling.refused(Gate.ROLE, "T6", "attendees can have the meeting call only themselves")
                        .code(NO_THIRD_PARTIES)
                : Ruling.allowed(
                        "T6",
                        turn.me().name() + " may have the meeting call "
                                + target(turn).name());
    }

    private static Participant target(Turn turn) {
        @Nullable Participant named = turn.with();
        return named == null ? turn.me() : named;
    }

    private static Turn from(Turn turn) {
        Step step = turn.step();
        return new Turn(
                turn.session(),
                turn.me(),
                new Step(step.actor(), step.action(), step.how().from(Session.TELEPHONE), step.expect(), step.place()));
    }
}
