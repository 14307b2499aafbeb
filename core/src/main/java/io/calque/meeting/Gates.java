package io.calque.meeting;

import io.calque.licence.Condition;
import io.calque.licence.Entitlement;
import io.calque.policy.GateState;
import io.calque.policy.Licensing;
import java.util.List;

/**
 * The gates of policies and accounts: the very conditions with which the rights of a person are explained, looked at for the
 * organiser or for the person who acts.
 *
 * @param licensing the rules
 * @param organiser whose policy binds everybody
 * @param me who acts
 */
record Gates(Licensing licensing, Participant organiser, Participant me) {
    /** The organiser's half: every condition of a right, in the organiser's situation. */
    Ruling organiser(String right, String rule) {
        return organiser(conditions(right), rule);
    }

    Ruling organiser(Condition condition, String rule) {
        return organiser(List.of(condition), rule);
    }

    private Ruling organiser(List<Condition> conditions, String rule) {
        for (Condition condition : conditions) {
            GateState state = GateState.of(condition, organiser.situation());
            if (!state.open()) {
                return Ruling.closed(
                        Gate.ORGANISER_POLICY,
                        state,
                        rule,
                        said(state) + " in " + organiser.name() + "'s policy " + state.identity()
                                + ", which binds everybody in the meeting");
            }
        }
        return Ruling.allowed(rule, organiser.name() + "'s policy allows it");
    }

    /** The person's own half: every condition of a right, in the person's situation. Outsiders have no policy here. */
    Ruling own(String right, String rule) {
        return own(conditions(right), rule);
    }

    Ruling own(Condition condition, String rule) {
        return own(List.of(condition), rule);
    }

    private Ruling own(List<Condition> conditions, String rule) {
        if (!me.kind().isInternal()) {
            return Ruling.allowed(rule, me.name() + " is not a user of this server and has no policy here");
        }
        for (Condition condition : conditions) {
            GateState state = GateState.of(condition, me.situation());
            if (!state.open()) {
                return switch (condition) {
                    case Condition.OfPolicy _ ->
                        Ruling.closed(
                                Gate.OWN_POLICY,
                                state,
                                rule,
                                said(state) + " in " + me.name() + "'s own policy " + state.identity());
                    case Condition.OfAccount _ ->
                        Ruling.closed(Gate.ACCOUNT, state, rule, said(state) + " on " + me.name() + "'s account");
                };
            }
        }
        return Ruling.allowed(rule, me.name() + "'s own policy allows it");
    }

    /** Whether the product version has a right at all. */
    boolean knows(String right) {
        return licensing.entitlement(right).isPresent();
    }

    /** Whether the profile reads a disputed topic in a certain way. */
    boolean reads(String topic, String choice) {
        return licensing.reading(topic).filter(r -> r.choice().equals(choice)).isPresent();
    }

    private List<Condition> conditions(String right) {
        return licensing
                .entitlement(right)
                .map(Entitlement::right)
                .orElseThrow(() -> new IllegalStateException("no such right: " + right))
                .gate()
                .stream()
                .filter(condition -> !Conditions.isAboutSize(condition))
                .toList();
    }

    private static String said(GateState state) {
        return state.condition().setting().name() + " is " + (state.value().isEmpty() ? "empty" : state.value());
    }
}
