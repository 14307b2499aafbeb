package io.calque.cli.plan;

import io.calque.cli.command.AcceptOption;
import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FaultyOption;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.command.UnfinishedRun;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Findings;
import io.calque.engine.Planning;
import io.calque.engine.Proof;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Sources;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.Workspace;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans: what would change and why, seats before and after; saves the plan. */
@CommandLine.Command
public final class PlanCommand implements Command {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "save the plan here, for calque apply and calque script")
    private @Nullable String output;

    @Option(names = "--prune", description = "remove user policies that the workspace does not declare and no user has")
    private boolean prune;

    @Option(names = "--exit-code", description = "end with status 2 when there is anything to do")
    private boolean exitCode;

    @Mixin
    private FaultyOption faulty = new FaultyOption();

    @Mixin
    private AcceptOption accept = new AcceptOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder open = folder.open(terminal);
        Workspace workspace = open.workspace();
        try (WorkspaceLock _ = Locking.toPlan(open, output, "calque plan", terminal)) {
            return plan(open, workspace, terminal);
        }
    }

    private Exit plan(WorkspaceFolder open, Workspace workspace, Terminal terminal) {
        UnfinishedRun.report(open, terminal);
        Sources sources = new Sources(WorkspaceContext.of(terminal, open), workspace);
        Findings findings = new Findings();
        Plan plan = Planning.plan(
                sources,
                workspace,
                new PlanOptions(prune),
                faulty.value(),
                WorkspaceContext.of(terminal, open),
                findings);
        Proof proof = accept.judge(workspace, output, findings);
        Exit answer = PlanAnswer.give(
                plan.accepting(proof.accepted()),
                "what the workspace says",
                open,
                proof.holds() ? output : null,
                format.value(),
                findings,
                terminal);
        return exitCode && !plan.isEmpty() ? Exit.NO : answer;
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON);
    }
}
