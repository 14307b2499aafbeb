package io.calque.meeting;

import io.calque.policy.EffectiveState;
import io.calque.policy.Policy;

/** What happens while a session runs: time passes and policies change (rules J2, W1). */
final class RunningSession {
    private static final String TOPIC = "running-session";

    private RunningSession() {}

    /** Time passes for everybody; a meeting in which only anonymous people are ends after the grace period. */
    static Ruling wait(Turn turn) {
        Session session = turn.session();
        boolean in = session.isIn(turn.me().name());
        long alone = session.pass(turn.step().how().minutes());
        long grace = session.scenario().setup().anonymousUserGracePeriod();
        if (session.present().isEmpty() || alone < grace || !session.isMeeting()) {
            return Ruling.allowed("J2", "time passes");
        }
        session.end();
        String why = "the meeting ends: only anonymous people were in it for " + alone + " minutes, and "
                + "AnonymousUserGracePeriod is " + grace;
        return (in ? Ruling.removed("J2", why) : Ruling.allowed("J2", why)).because("AnonymousUserGracePeriod");
    }

    /** Somebody gets another policy; whether it counts in a session that runs is not documented. */
    static Ruling policy(Turn turn) {
        Participant me = turn.me();
        Policy policy = turn.step().how().policy();
        if (policy == null || !me.kind().isInternal()) {
            return Ruling.refused(
                    Gate.SERVER, "W1", me.name() + " is not a user of this server and has no policy here");
        }
        Session session = turn.session();
        Participant after = with(session.latest(me.name()), policy);
        boolean runs = session.isIn(me.name())
                || (turn.session().organiser().name().equals(me.name())
                        && !session.present().isEmpty());
        String what = me.name() + "'s policy is " + policy.identity().print();
        if (!runs) {
            session.change(after);
            return Ruling.allowed("W1", what + " now");
        }
        if (turn.gates().reads(TOPIC, "follows")) {
            session.change(after);
            return Ruling.allowed("W1", what + " from the next action on").read(TOPIC);
        }
        session.changeLater(after);
        return Ruling.allowed("W1", what + " when " + me.name() + " joins again")
                .read(TOPIC);
    }

    private static Participant with(Participant person, Policy policy) {
        EffectiveState before = person.situation();
        EffectiveState after = switch (policy.type()) {
            case CONFERENCING -> new EffectiveState(policy, before.voice(), before.account());
            case VOICE -> new EffectiveState(before.conferencing(), policy, before.account());
        };
        return new Participant(
                person.name(), person.kind(), person.standing(), person.licences(), after, person.lineUri());
    }
}
