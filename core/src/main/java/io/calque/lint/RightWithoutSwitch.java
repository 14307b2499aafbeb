package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.policy.GateState;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** A right is given that the licences do not cover, and this product version has no switch for it alone. */
final class RightWithoutSwitch implements LintRule {
    @Override
    public Code code() {
        return Code.RIGHT_WITHOUT_SWITCH;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Licensing licensing = inspection.licensing();
        return inspection.promises().stream()
                .flatMap(promise -> tell(
                        promise,
                        promise.excess(licensing).stream()
                                .filter(v -> licensing
                                        .switches(v.entitlement(), promise.licences())
                                        .isEmpty())
                                .toList(),
                        licensing));
    }

    private Stream<Finding> tell(ProofObligation promise, List<Verdict> excess, Licensing licensing) {
        if (excess.isEmpty()) {
            return Stream.of();
        }
        Verdict first = excess.getFirst();
        List<GateState> gates = first.gates();
        Finding finding = Finding.of(
                        code(),
                        promise.title() + " can't deny '" + ProofObligation.list(excess) + "' to " + promise.people()
                                + ": " + licensing.version().title() + " has no switch for it")
                .help(
                        "Tell people that their licence does not cover it, or decide otherwise under 'overrides' in calque.yaml")
                .at(promise.place());
        return Stream.of(gates.isEmpty() ? finding : finding.because(promise.witness(first, gates.getFirst())));
    }
}
