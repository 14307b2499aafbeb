package io.calque.lint;

import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Witness;
import io.calque.licence.Certainty;
import io.calque.licence.Condition;
import io.calque.licence.Licences;
import io.calque.policy.EffectiveState;
import io.calque.policy.GateState;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import io.calque.workspace.DeclaredPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something to prove: these people get no right beyond their licences.
 *
 * @param title the policy or persona, as messages call it
 * @param licences the licences that the people hold
 * @param situation what decides their rights
 * @param place where the promise is made
 * @param declared the policy that makes the promise; empty for a persona
 * @param proved the licences against which a persona's conferencing policy is proved by itself, so that its faults are told there
 */
record ProofObligation(
        String title,
        Licences licences,
        EffectiveState situation,
        Place place,
        Optional<DeclaredPolicy> declared,
        Optional<Licences> proved) {

    /** The people, as messages call them. */
    String people() {
        return licences.equals(Licences.NONE) ? "people without a licence" : "people with " + licences;
    }

    /** The rights that are given and not licensed and that this promise must answer for. */
    List<Verdict> excess(Licensing licensing) {
        return licensing.verdicts(situation).stream()
                .filter(v -> v.granted() && !v.licensed(licences))
                .filter(v -> isOwn(v)
                        && !(isOfConferencing(v)
                                && proved.filter(p -> !v.licensed(p)).isPresent()))
                .toList();
    }

    /** The rights that are licensed and not given and that this promise must answer for. */
    List<Verdict> missing(Licensing licensing) {
        return licensing.missing(situation, licences).stream()
                .filter(v -> isOwn(v)
                        && !(isOfConferencing(v) && proved.filter(v::licensed).isPresent()))
                .toList();
    }

    /** A finding at the setting that a condition is about, where the promise's policy sets it, else where the promise is made. */
    Finding tell(Finding finding, Condition condition) {
        return finding.at(
                declared.map(d -> d.placeOf(condition.setting().name())).orElse(place));
    }

    /** The proof that a right is given through a condition. */
    Witness witness(Verdict verdict, GateState gate) {
        String policy = switch (gate.condition()) {
            case Condition.OfPolicy _ -> gate.identity();
            case Condition.OfAccount _ -> situation.conferencing().identity().print();
        };
        return new Witness(
                policy,
                licences.ids(),
                verdict.right(),
                gate.condition().setting().name(),
                gate.value());
    }

    /** Rights as messages list them; one that the workspace decides itself comes with the reason. */
    static String list(Collection<Verdict> verdicts) {
        return verdicts.stream().map(ProofObligation::label).collect(Collectors.joining(", "));
    }

    /** Personas as messages list them. */
    static String personas(Collection<Persona> personas) {
        return (personas.size() == 1 ? "persona " : "personas ")
                + personas.stream().map(persona -> "'" + persona.name() + "'").collect(Collectors.joining(", "));
    }

    /** A right as messages call it. */
    static String label(Verdict verdict) {
        String label = verdict.entitlement().right().label();
        return verdict.entitlement().certainty() == Certainty.OVERRIDDEN
                ? label + " (decided here: " + verdict.entitlement().sources() + ")"
                : label;
    }

    /** A policy answers only for rights whose gates look at its type; a persona for all. */
    private boolean isOwn(Verdict verdict) {
        return declared.map(d -> looksAt(verdict, d.policy().type())).orElse(true);
    }

    private static boolean isOfConferencing(Verdict verdict) {
        return looksAt(verdict, PolicyType.CONFERENCING);
    }

    private static boolean looksAt(Verdict verdict, PolicyType type) {
        return verdict.entitlement().right().gate().stream()
                .anyMatch(c -> c instanceof Condition.OfPolicy(var other, var _, var _) && other == type);
    }
}
