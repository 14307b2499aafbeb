package io.calque.cli.plan;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.engine.Answer;
import io.calque.engine.Undoing;
import io.calque.engine.folder.WorkspaceFinder;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.plan.Plan;
import io.calque.store.WorkspaceLock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the plan back to what was before a run. */
@CommandLine.Command
public final class UndoCommand implements Command {
    @Parameters(paramLabel = "RUN", description = "the run, as calque apply named it")
    private String run = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "save the plan here")
    private @Nullable String output;

    @Option(names = "--workspace", paramLabel = "DIR", description = "the workspace, where the run does not name it")
    private @Nullable String workspace;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder folder = new WorkspaceFinder(terminal.directory()).ofRun(workspace, run);
        try (WorkspaceLock _ = Locking.toPlan(folder, output, "calque undo " + run, terminal)) {
            return undo(folder, terminal);
        }
    }

    private Exit undo(WorkspaceFolder folder, Terminal terminal) {
        Answer<Plan> plan = new Undoing(WorkspaceContext.of(terminal, folder)).plan(run);
        return PlanAnswer.give(plan, "what it held before the run", folder, output, format.value(), terminal);
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
