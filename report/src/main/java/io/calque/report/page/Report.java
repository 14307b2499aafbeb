package io.calque.report.page;

import io.calque.audit.Position;
import io.calque.diagnostic.Finding;
import io.calque.plan.PlanHeader;
import io.calque.policy.Policy;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * What a report shows.
 *
 * @param title what it is about
 * @param workspace the workspace
 * @param findings what calque check found; empty where it was not asked
 * @param now the licence position as it is
 * @param before the position before a plan was applied; empty where none was
 * @param plan the plan that was applied; empty where none was
 * @param differences how many differences there are between the server and the workspace; empty where nobody looked
 * @param policies the conferencing policies, in file order
 */
public record Report(
        String title,
        Workspace workspace,
        Optional<List<Finding>> findings,
        Position now,
        Optional<Position> before,
        Optional<PlanHeader> plan,
        Optional<Long> differences,
        List<Policy> policies) {
    public Report {
        findings = findings.map(List::copyOf);
        policies = List.copyOf(policies);
    }
}
