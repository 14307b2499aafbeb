package io.calque.lint;

import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.licence.Condition;
import io.calque.policy.GateState;
import io.calque.policy.Gates;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** The proof: a right is given that the licences do not cover, and a setting could deny it. */
final class UnlicensedRight implements LintRule {
    @Override
    public Code code() {
        return Code.UNLICENSED_RIGHT;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Licensing licensing = inspection.licensing();
        return inspection.promises().stream().flatMap(promise -> {
            List<Verdict> excess = promise.excess(licensing).stream()
                    .filter(v -> !switches(v, promise, licensing).isEmpty() && !VoiceWithoutPlus.tells(v))
                    .toList();
            return licensing.culprits(excess, promise.licences()).entrySet().stream()
                    .map(culprit -> tell(promise, culprit.getKey(), culprit.getValue()));
        });
    }

    private static List<Condition> switches(Verdict verdict, ProofObligation promise, Licensing licensing) {
        return licensing.switches(verdict.entitlement(), promise.licences());
    }

    private Finding tell(ProofObligation promise, Verdict verdict, GateState gate) {
        Condition condition = gate.condition();
        String setting = condition.setting().name();
        String of = promise.declared().isPresent() ? "" : " in " + gate.identity();
        Finding finding = Finding.of(
                        code(),
                        promise.title() + " gives '" + ProofObligation.label(verdict) + "' to " + promise.people()
                                + ": " + setting + " is " + gate.value() + of + ", and the right needs "
                                + verdict.entitlement().need())
                .help(Gates.closing(condition)
                        .map(Value::print)
                        .map(value -> "Set " + setting + " to " + value + ", or give these people "
                                + verdict.entitlement().need().missing(promise.licences()))
                        .orElse(null))
                .because(promise.witness(verdict, gate));
        return promise.tell(finding, condition);
    }
}
