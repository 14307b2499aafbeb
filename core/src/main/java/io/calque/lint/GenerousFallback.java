package io.calque.lint;

import io.calque.assign.Rule;
import io.calque.assign.When;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.licence.Licences;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import io.calque.workspace.DeclaredPolicy;
import java.util.List;
import java.util.stream.Stream;

/** Global, or a site's policy, gives Enterprise rights to whoever has no grant. */
final class GenerousFallback implements LintRule {
    @Override
    public Code code() {
        return Code.GENEROUS_FALLBACK;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Stream<Policy> sites = inspection
                .declared(PolicyType.CONFERENCING)
                .map(DeclaredPolicy::policy)
                .filter(policy -> policy.identity() instanceof Identity.Site);
        return Stream.concat(Stream.of(inspection.global(PolicyType.CONFERENCING)), sites)
                .flatMap(policy -> check(policy, inspection));
    }

    private Stream<Finding> check(Policy policy, LintContext inspection) {
        List<Verdict> excess = inspection.licensing().excess(inspection.plain(policy), Licences.STANDARD);
        if (excess.isEmpty()) {
            return Stream.of();
        }
        boolean declared =
                inspection.workspace().policy(policy.type(), policy.identity()).isPresent();
        String title = policy.identity().print()
                + (declared ? "" : ", which is not declared and so as the product brings it,");
        String whom = inspection
                .census()
                .map(Census::withoutGrant)
                .filter(n -> n > 0)
                .map(Census::words)
                .orElse("whoever is");
        return Stream.of(Finding.of(
                        code(),
                        title + " gives " + excess.size() + " rights beyond Standard to " + whom
                                + " without a grant, among them "
                                + ProofObligation.list(excess.subList(0, Math.min(3, excess.size()))))
                .help("Declare " + policy.identity().print()
                        + " with the settings of a Standard policy, or grant everybody a policy of their own")
                .as(everybodyGranted(inspection) ? Severity.INFO : Severity.WARNING)
                .at(inspection.placeOf(policy)));
    }

    /** Told by the people where they are known, else by the rules: one means everyone, and all grant a policy. */
    private static boolean everybodyGranted(LintContext inspection) {
        List<Rule> rules = inspection.workspace().rules();
        return inspection
                .census()
                .map(census -> census.withoutGrant() == 0)
                .orElseGet(() -> rules.stream().anyMatch(rule -> rule.when() instanceof When.Everyone)
                        && rules.stream().allMatch(rule -> Census.grants(rule.persona())));
    }
}
