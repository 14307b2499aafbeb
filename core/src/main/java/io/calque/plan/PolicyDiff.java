package io.calque.plan;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.source.NearMiss;
import io.calque.state.Observed;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The steps about policies: what the workspace declares and the server does not hold so. */
final class PolicyDiff {
    private final Workspace workspace;
    private final Observed observed;
    private final Findings findings;

    PolicyDiff(Workspace workspace, Observed observed, Findings findings) {
        this.workspace = workspace;
        this.observed = observed;
        this.findings = findings;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (DeclaredPolicy declared : workspace.policies()) {
            Optional<Policy> there = observed.policies()
                    .find(declared.policy().type(), declared.policy().identity());
            if (there.isPresent()) {
                change(there.get(), declared).ifPresent(steps::add);
            } else if (siteExists(declared)) {
                steps.add(new Step.CreatePolicy(declared.policy(), "declared at " + declared.place()));
            }
        }
        return steps;
    }

    /** The user policies of the server that the workspace does not declare and nobody has. */
    List<Step> removals(BiPredicate<PolicyType, Identity.Tag> stillGranted) {
        List<Step> steps = new ArrayList<>();
        for (PolicyType type : PolicyType.values()) {
            for (Policy policy : observed.policies().all(type)) {
                if (policy.identity() instanceof Identity.Tag tag
                        && workspace.policy(type, tag).isEmpty()
                        && !stillGranted.test(type, tag)) {
                    steps.add(new Step.RemovePolicy(policy, "not declared, and no user has it"));
                }
            }
        }
        return steps;
    }

    private Optional<Step> change(Policy there, DeclaredPolicy declared) {
        Map<String, Value> before = new TreeMap<>();
        Map<String, Value> after = new TreeMap<>();
        for (Setting setting : Catalogue.standard().settings(there.type(), workspace.version())) {
            Optional<Value> is = there.value(setting);
            Optional<Value> shall = declared.policy().value(setting);
            if (shall.isPresent() && !shall.equals(is)) {
                is.ifPresent(value -> before.put(setting.name(), value));
                after.put(setting.name(), shall.get());
            }
        }
        return after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.SetPolicy(
                        there.type(), there.identity(), before, after, "declared at " + declared.place()));
    }

    private boolean siteExists(DeclaredPolicy declared) {
        if (!(declared.policy().identity() instanceof Identity.Site(String name))
                || observed.sites().stream().anyMatch(name::equalsIgnoreCase)) {
            return true;
        }
        findings.add(Finding.of(Code.UNKNOWN_SITE, "the server has no site '" + name + "'")
                .help(NearMiss.help(name, observed.sites()))
                .at(declared.place()));
        return false;
    }
}
