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
import io.calque.engine.Answer;
import io.calque.engine.Planning;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.store.WorkspaceLock;
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
        try (WorkspaceLock _ = Locking.toPlan(open, output, "calque plan", terminal)) {
            return plan(open, terminal);
        }
    }

    private Exit plan(WorkspaceFolder open, Terminal terminal) {
        UnfinishedRun.report(open, terminal);
        Planning planning = new Planning(WorkspaceContext.of(terminal, open));
        Answer<Plan> plan = planning.plan(new PlanOptions(prune), faulty.value());
        AcceptOption.Judged judged = accept.judge(plan, planning.workspace(), output);
        Exit answer = PlanAnswer.give(
                judged.answer(), "what the workspace says", open, judged.output(), format.value(), terminal);
        return exitCode && !plan.value().isEmpty() ? Exit.NO : answer;
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
