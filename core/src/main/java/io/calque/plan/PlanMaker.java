package io.calque.plan;

import io.calque.diagnostic.Findings;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.util.Comparator;

/** Puts a plan together from what every user shall have. */
final class PlanMaker {
    /** Kinds in their order, policies by type and name: the order of the workspace's file does not matter. */
    private static final Comparator<Step> POLICY_ORDER = Comparator.comparing(Step::kind)
            .thenComparing(step -> Change.of(step).aspect())
            .thenComparing(Step::subject, String.CASE_INSENSITIVE_ORDER);

    private final Workspace workspace;
    private final Observed observed;
    private final Findings findings;

    PlanMaker(Workspace workspace, Observed observed, Findings findings) {
        this.workspace = workspace;
        this.observed = observed;
        this.findings = findings;
    }

    Plan make(Desired desired, PlanOptions options) {
        PolicyDiff policies = new PolicyDiff(workspace, observed, findings);
        ProjectedUsers outcome = new ProjectedUsers(observed.users());
        UserDiff users = new UserDiff(outcome, findings);
        long people = users.compare(desired);
        Steps.Builder steps = new Steps.Builder(observed.users());
        steps.addAll(policies.steps().stream().sorted(POLICY_ORDER).toList());
        users.addTo(steps);
        if (options.prune()) {
            steps.addAll(policies.removals(outcome::isGranted));
        }
        return new PlanHeaders(workspace, observed).plan(steps.build(), people, outcome);
    }
}
