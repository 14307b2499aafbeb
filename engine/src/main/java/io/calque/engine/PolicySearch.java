package io.calque.engine;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.source.Sources;
import io.calque.explain.Comparison;
import io.calque.explain.ExplainPolicyReport;
import io.calque.explain.Subject;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.source.NearMiss;
import io.calque.state.Observed;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds policies and personas by their names, and says what they give. Policies are those of the workspace, and where it declares none
 * of a name, the server's.
 */
final class PolicySearch {
    private final Workspace workspace;
    private final Sources sources;

    PolicySearch(Workspace workspace, Sources sources) {
        this.workspace = workspace;
        this.sources = sources;
    }

    ExplainPolicyReport policy(String name, @Nullable String against) {
        Policy policy = find(name, List.of(PolicyType.values()));
        String title = policy.identity().print();
        Subject subject = Subject.of(policy);
        if (against == null) {
            return new ExplainPolicyReport.Gives(
                    Optional.of(policy), title, subject, workspace.licensing().verdicts(subject.situation()));
        }
        Subject other = workspace.personas().containsKey(against)
                        && declared(against, policy.type()).isEmpty()
                ? persona(against)
                : Subject.of(find(against, List.of(policy.type())));
        return compare(false, title, subject, other);
    }

    ExplainPolicyReport persona(String name, @Nullable String against) {
        Subject subject = persona(name);
        if (against == null) {
            return new ExplainPolicyReport.Gives(
                    Optional.empty(), name, subject, workspace.licensing().verdicts(subject.situation()));
        }
        Subject other = workspace.personas().containsKey(against)
                ? persona(against)
                : Subject.of(find(against, List.of(PolicyType.values())));
        return compare(true, name, subject, other);
    }

    Subject persona(String name) {
        return Subject.of(Personas.find(workspace, name), workspace.policySet());
    }

    private ExplainPolicyReport compare(boolean persona, String name, Subject subject, Subject against) {
        return new ExplainPolicyReport.Compares(persona, name, Comparison.of(workspace.licensing(), subject, against));
    }

    private Optional<Policy> declared(String name, PolicyType type) {
        return workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(p -> p.type() == type && p.identity().equals(Identity.of(name)))
                .findFirst();
    }

    private Policy find(String name, List<PolicyType> types) {
        Optional<Policy> declared =
                types.stream().flatMap(type -> declared(name, type).stream()).findFirst();
        if (declared.isPresent()) {
            return declared.get();
        }
        PolicySet held = sources.stored().map(Observed::policies).orElse(PolicySet.EMPTY);
        return types.stream()
                .flatMap(type -> held.find(type, Identity.of(name)).stream())
                .findFirst()
                .orElseThrow(() -> unknown(name, types, held));
    }

    private Fault unknown(String name, List<PolicyType> types, PolicySet held) {
        if (workspace.personas().containsKey(name)) {
            return new Fault(Finding.of(Code.UNKNOWN_POLICY, "there is no policy '" + name + "', but a persona")
                    .help("Ask for --persona " + name));
        }
        List<String> known = Stream.concat(
                        workspace.policies().stream()
                                .map(DeclaredPolicy::policy)
                                .filter(p -> types.contains(p.type())),
                        types.stream().flatMap(type -> held.all(type).stream()))
                .map(p -> p.identity().print().replaceFirst("^Tag:", ""))
                .distinct()
                .toList();
        return new Fault(Finding.of(Code.UNKNOWN_POLICY, "there is no policy '" + name + "'")
                .help(NearMiss.help(name, known)));
    }
}
