package io.calque.cli.folder;

import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Severity;
import io.calque.lint.Census;
import io.calque.lint.CensusTaker;
import io.calque.lint.Lint;
import io.calque.scenario.PolicyTests;
import io.calque.state.UserState;
import io.calque.workspace.ServerSpec;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Looks through a whole workspace with its people and, where it is at hand, the server's state. */
public final class Inspector {
    /**
     * What was found.
     *
     * @param findings everything, in reading order
     * @param proved whether the files could be read without errors, so that the proof was made and the tests were run
     * @param policies how many policies say whom they are meant for
     * @param personas how many personas there are
     * @param passed how many tests passed
     * @param failed how many tests failed
     */
    public record Report(
            List<Finding> findings, boolean proved, long policies, long personas, long passed, long failed) {
        /** Whether nothing is of severity error. */
        public boolean ok() {
            return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    private final Terminal terminal;
    private final Folder folder;
    private final Findings findings = new Findings();

    private Inspector(Folder folder, Terminal terminal) {
        this.folder = folder;
        this.terminal = terminal;
    }

    /**
     * Inspects a workspace.
     *
     * @throws Fault when the folder is no workspace
     */
    public static Report inspect(Folder folder, Terminal terminal) {
        return new Inspector(folder, terminal).inspect();
    }

    private Report inspect() {
        Workspace workspace = folder.read(findings).orElseThrow(() -> new Fault(findings.sorted()));
        if (findings.hasErrors()) {
            return new Report(findings.sorted(), false, 0, 0, 0, 0);
        }
        findings.addAll(Lint.check(workspace, census(workspace)));
        List<PolicyTests.Result> tests = PolicyTests.run(workspace, findings);
        tests.forEach(test -> findings.addAll(test.failures()));
        long passed = tests.stream().filter(PolicyTests.Result::passed).count();
        return new Report(
                findings.sorted(),
                true,
                workspace.policies().stream()
                        .filter(policy -> policy.licences().isPresent())
                        .count(),
                workspace.personas().size(),
                passed,
                tests.size() - passed);
    }

    /** Counts people; empty where the workspace has none or they can't be read, which is then told. */
    private Optional<Census> census(Workspace workspace) {
        if (workspace.people().isEmpty()) {
            return Optional.empty();
        }
        Sources sources = new Sources(folder, workspace, terminal);
        try {
            LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), ZoneId.systemDefault());
            CensusTaker taker = new CensusTaker(workspace, today, users(workspace, sources));
            sources.people(taker, findings);
            return Optional.of(taker.census());
        } catch (Fault e) {
            findings.addAll(e.findings());
            return Optional.empty();
        }
    }

    /** A server that was never read has no users yet; making up a fresh pool would tell nothing. */
    private List<UserState> users(Workspace workspace, Sources sources) {
        boolean known = switch (workspace.server()) {
            case ServerSpec.Simulated _ -> folder.file(Sources.POOL).isPresent();
            case ServerSpec.Observed _ -> true;
            case ServerSpec.Clixml _, ServerSpec.Pool _ -> false;
        };
        return known ? sources.observed().users() : List.of();
    }
}
