package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.licence.Certainty;
import io.calque.licence.Entitlement;
import io.calque.licence.Need;
import io.calque.licence.Profile;
import io.calque.policy.Licensing;
import java.util.List;
import java.util.stream.Stream;

/** The workspace decides a licence rule itself, and a policy or persona would be judged otherwise without that. */
final class DecisionCounts implements LintRule {
    @Override
    public Code code() {
        return Code.DECISION_COUNTS;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Licensing decided = inspection.licensing();
        Licensing plain = Licensing.of(
                decided.version(), Profile.of(decided.profile().name()).orElseThrow());
        return decided.entitlements().stream()
                .filter(entitlement -> entitlement.certainty() == Certainty.OVERRIDDEN)
                .flatMap(entitlement -> plain.entitlement(entitlement.right().id()).stream()
                        .flatMap(before -> tell(entitlement, before.need(), inspection)));
    }

    private Stream<Finding> tell(Entitlement entitlement, Need before, LintContext inspection) {
        List<String> titles = inspection.promises().stream()
                .filter(promise -> entitlement.need().metBy(promise.licences()) != before.metBy(promise.licences()))
                .filter(promise -> inspection.licensing().verdicts(promise.situation()).stream()
                        .anyMatch(v -> v.granted()
                                && v.right().equals(entitlement.right().id())))
                .map(ProofObligation::title)
                .toList();
        return titles.isEmpty()
                ? Stream.of()
                : Stream.of(Finding.of(
                                code(),
                                "'" + entitlement.right().label() + "' needs " + entitlement.need()
                                        + " here instead of "
                                        + before + ", because: " + entitlement.sources() + "; this counts for "
                                        + String.join(", ", titles))
                        .at(inspection
                                .licensing()
                                .profile()
                                .placeOf(entitlement.right().id())
                                .orElse(null)));
    }
}
