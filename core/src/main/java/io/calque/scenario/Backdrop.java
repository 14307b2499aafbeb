package io.calque.scenario;

import io.calque.assign.Persona;
import io.calque.policy.Licensing;
import io.calque.policy.PolicySet;
import io.calque.workspace.Workspace;
import java.util.Map;

/**
 * What a scenario stands on.
 *
 * @param licensing product version and profile
 * @param policies the policies that people may have
 * @param personas the personas that people may be, by name
 */
record Backdrop(Licensing licensing, PolicySet policies, Map<String, Persona> personas) {
    /** What a workspace offers to its tests and to scenarios that lean on it. */
    static Backdrop of(Workspace workspace) {
        return new Backdrop(workspace.licensing(), workspace.policySet(), workspace.personas());
    }
}
