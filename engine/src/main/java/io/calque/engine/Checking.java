package io.calque.engine;

import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
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
 * Checks everything about a workspace that can be checked without a server: its files, its people, the proof that rights given are
 * licensed, the known traps, its tests. Reads only.
 */
public final class Checking {
    private final Context context;

    /** Checks the context's workspace. */
    public Checking(Context context) {
        this.context = context;
    }

    /** Checks it. A workspace with faults in its files is not judged further: what it would mean is not known. */
    public CheckReport check() {
        Findings findings = new Findings();
        Optional<Workspace> workspace = context.folder().read(findings);
        if (workspace.isEmpty() || findings.hasErrors()) {
            return new CheckReport(workspace, findings.sorted(), 0, 0, 0);
        }
        Optional<Census> census = census(workspace.get(), findings);
        findings.addAll(Lint.check(workspace.get(), census));
        List<PolicyTests.Result> results = PolicyTests.run(workspace.get(), findings);
        results.forEach(result -> findings.addAll(result.failures()));
        long passed = results.stream().filter(PolicyTests.Result::passed).count();
        long online = census.map(Census::online).orElse(0L);
        return new CheckReport(workspace, findings.sorted(), online, passed, results.size() - passed);
    }

    private Optional<Census> census(Workspace workspace, Findings findings) {
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
}
