package io.calque.meeting;

import io.calque.policy.GateState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a step.
 *
 * @param outcome how the step ends
 * @param gate the gate that closes it; null where none does
 * @param setting the setting that closes it; null where none does
 * @param state the closed condition with value and identity; null where no policy or account closes it
 * @param rule the id of the rule
 * @param reading the topic on which sources disagree, where its reading decided; else null
 * @param code the server's diagnostic code (MS-OCER); null where it sends none
 * @param why one sentence
 * @param lost what others lose by the step
 */
record Ruling(
        Outcome outcome,
        @Nullable Gate gate,
        @Nullable String setting,
        @Nullable GateState state,
        String rule,
        @Nullable String reading,
        @Nullable Integer code,
        String why,
        List<Loss> lost) {

    static Ruling allowed(String rule, String why) {
        return new Ruling(Outcome.ALLOWED, null, null, null, rule, null, null, why, List.of());
    }

    static Ruling refused(Gate gate, String rule, String why) {
        return new Ruling(Outcome.REFUSED, gate, null, null, rule, null, null, why, List.of());
    }

    static Ruling closed(Gate gate, GateState state, String rule, String why) {
        return new Ruling(
                Outcome.REFUSED, gate, state.condition().setting().name(), state, rule, null, null, why, List.of());
    }

    static Ruling removed(String rule, String why) {
        return new Ruling(Outcome.REMOVED, Gate.SERVER, null, null, rule, null, null, why, List.of());
    }

    Ruling because(String newSetting) {
        return new Ruling(outcome, gate, newSetting, state, rule, reading, code, why, lost);
    }

    Ruling read(String topic) {
        return new Ruling(outcome, gate, setting, state, rule, topic, code, why, lost);
    }

    Ruling code(int serverCode) {
        return new Ruling(outcome, gate, setting, state, rule, reading, serverCode, why, lost);
    }

    Ruling losing(List<Loss> losses) {
        return new Ruling(outcome, gate, setting, state, rule, reading, code, why, List.copyOf(losses));
    }

    boolean refuses() {
        return outcome == Outcome.REFUSED;
    }

    /** The first ruling that refuses, else the last of them. */
    static Ruling firstRefusal(Stream<Ruling> gates, Ruling otherwise) {
        return gates.filter(Ruling::refuses).findFirst().orElse(otherwise);
    }
}
