package io.calque.scenario;

import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.source.NearMiss;
import io.calque.source.Node;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario stands on.
 *
 * @param licensing product version and profile
 * @param policies the policies that people may have
 * @param personas the personas that people may be, by name
 */
record Backdrop(Licensing licensing, PolicySet policies, Map<String, Persona> personas) {
    /** The policy that a file names; empty, with a finding, when there is none. */
    Optional<Policy> policy(PolicyType type, Node.Scalar name, Findings findings) {
        Optional<Policy> policy = policies.find(type, Identity.of(name.text()));
        if (policy.isEmpty()) {
            List<String> known = policies.all(type).stream()
                    .map(p -> p.identity().print().replaceFirst("^Tag:", ""))
                    .toList();
            findings.add(Finding.of(Code.UNKNOWN_POLICY, "there is no " + type.id() + " policy '" + name.text() + "'")
                    .help(NearMiss.help(name.text(), known))
                    .at(name.place()));
        }
        return policy;
    }

    /** What a workspace offers to its tests and to scenarios that lean on it. */
    static Backdrop of(Workspace workspace) {
        return new Backdrop(workspace.licensing(), workspace.policySet(), workspace.personas());
    }
}
