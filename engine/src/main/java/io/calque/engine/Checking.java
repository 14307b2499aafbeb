package io.calque.engine;

import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Severity;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.lint.Census;
import io.calque.lint.CensusTaker;
import io.calque.lint.Lint;
import io.calque.scenario.PolicyTests;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be said about a workspace without a server: its files, its people, the proof that rights given are licensed,
 * the known traps, its tests.
 *
 * @param workspace the workspace; empty where there is none that can be read
 * @param findings what was found, in reading order
 * @param passed how many tests passed
 * @param failed how many tests failed
 */
public record Checking(Optional<Workspace> workspace, List<Finding> findings, long passed, long failed) {
    public Checking {
        findings = List.copyOf(findings);
    }

    /** Checks a folder. A workspace with faults in its files is not judged further: what it would mean is not known. */
    public static Checking of(Context context) {
        Findings findings = new Findings();
        Optional<Workspace> workspace = context.folder().read(findings);
        if (workspace.isEmpty() || findings.hasErrors()) {
            return new Checking(workspace, findings.sorted(), 0, 0);
        }
        Optional<Census> census = census(context, workspace.get(), findings);
        findings.addAll(Lint.check(workspace.get(), census));
        List<PolicyTests.Result> results = PolicyTests.run(workspace.get(), findings);
        results.forEach(result -> findings.addAll(result.failures()));
        long passed = results.stream().filter(PolicyTests.Result::passed).count();
        return new Checking(workspace, findings.sorted(), passed, results.size() - passed);
    }

    private static Optional<Census> census(Context context, Workspace workspace, Findings findings) {
        if (workspace.people().isEmpty()) {
            return Optional.empty();
        }
        Sources sources = new Sources(context, workspace);
        try {
            List<UserState> users =
                    sources.stored().<List<UserState>>map(Observed::users).orElse(List.of());
            CensusTaker taker = new CensusTaker(workspace, context.today(), users);
            sources.people(taker, findings);
            findings.addAll(taker.findings());
            return Optional.of(taker.census());
        } catch (Fault e) {
            findings.addAll(e.findings());
            return Optional.empty();
        }
    }

    /** Whether the proof was made and holds for every policy and persona. */
    public boolean proved() {
        return workspace.isPresent() && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
