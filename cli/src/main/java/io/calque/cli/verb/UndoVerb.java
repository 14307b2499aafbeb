package io.calque.cli.verb;

import io.calque.cli.folder.Folder;
import io.calque.cli.folder.Sources;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Findings;
import io.calque.journal.RunState;
import io.calque.plan.Plan;
import io.calque.plan.UndoPlanner;
import io.calque.workspace.Workspace;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the plan back to what was before a run. */
@CommandLine.Command
final class UndoVerb implements Action {
    @Parameters(paramLabel = "RUN", description = "the run; calque runs lists them")
    private String run = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "save the plan here, for calque apply")
    private @Nullable String output;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Folder folder = workspace.open(terminal);
        Workspace read = folder.workspace();
        Sources sources = new Sources(folder, read, terminal);
        RunState state = sources.runs().read(run);
        Findings findings = new Findings();
        Plan plan = new UndoPlanner(read, sources.observed(), findings).plan(run, state.done());
        return PlanOutput.tell(plan, output, format.value(), findings, terminal);
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
