package io.calque.cli.run;

import io.calque.apply.RunResult;
import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.command.UnfinishedRun;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Findings;
import io.calque.engine.Applying;
import io.calque.engine.folder.PlanFile;
import io.calque.engine.folder.WorkspaceFinder;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.plan.Plan;
import io.calque.plan.TrippedBrake;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.report.text.Amount;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies a plan. */
@CommandLine.Command
public final class ApplyCommand implements Command {
    @Parameters(paramLabel = "PLAN", description = "the plan file")
    private String file = "";

    @Option(names = "--resume", paramLabel = "RUN", description = "go on with a run that stopped or broke off")
    private @Nullable String resume;

    @Option(names = "--release-brake", description = "apply the plan although it trips a brake")
    private boolean released;

    @Option(names = "--workspace", paramLabel = "DIR", description = "the workspace, where the plan does not name it")
    private @Nullable String workspace;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Plan plan = PlanFile.read(terminal.resolve(file), file);
        WorkspaceFolder folder = new WorkspaceFinder(terminal.directory()).ofPlan(workspace, plan, file);
        try (WorkspaceLock lock = Locking.take(folder, "calque apply " + Printable.argument(file), terminal)) {
            Workspace known = folder.workspace();
            Applying applying = new Applying(WorkspaceContext.of(terminal, folder), lock);
            Optional<TrippedBrake> brake = applying.brake(plan, known, resume);
            if (brake.isPresent() && !released) {
                return refused(brake.get(), terminal);
            }
            RunResult result;
            if (resume == null) {
                UnfinishedRun.report(folder, terminal);
                result = applying.run(plan, known, brake);
            } else {
                result = applying.resume(resume, plan, known);
            }
            return give(result, folder, terminal);
        }
    }

    private Exit give(RunResult result, WorkspaceFolder folder, Terminal terminal) {
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> json(result, json));
        } else {
            print(result, folder, terminal);
        }
        return result.isWhole() ? Exit.DONE : Exit.NO;
    }

    /** A brake is an answer, not a failure: nothing is done, and somebody must say that it is meant. */
    private Exit refused(TrippedBrake brake, Terminal terminal) {
        Findings findings = new Findings();
        findings.add(brake.finding());
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> nothingDone(json).objects("findings", findings.sorted(), Json::finding));
        }
        return FindingsOutput.tell(terminal, findings);
    }

    /** The shape of a run's result where there was no run. */
    private static JsonObject nothingDone(JsonObject json) {
        return json.putNull("run")
                .put("applied", 0L)
                .put("failed", 0L)
                .put("skipped", 0L)
                .put("inDoubt", 0L)
                .strings("failures", List.of());
    }

    private static void json(RunResult result, JsonObject json) {
        json.put("run", result.run())
                .put("server", result.server())
                .put("applied", result.applied())
                .put("failed", result.failed())
                .put("skipped", result.skipped())
                .put("inDoubt", result.inDoubt())
                .put("pending", result.pending())
                .put("stopped", result.stopped())
                .objects(
                        "failures",
                        result.failures(),
                        (failure, f) -> f.put("id", failure.id())
                                .put("subject", failure.subject())
                                .put("reason", failure.reason()));
    }

    private void print(RunResult result, WorkspaceFolder folder, Terminal terminal) {
        String where = workspace == null && folder.name().chars().noneMatch(c -> c == '/' || c == '\\')
                ? ""
                : " --workspace " + Printable.argument(folder.name());
        terminal.out()
                .println(terminal.outInk().bold("Run " + result.run()) + ": "
                        + Amount.of(result.applied(), "step", "steps")
                        + " applied on " + Printable.of(result.server()) + ", " + Amount.of(result.failed())
                        + " failed, "
                        + Amount.of(result.skipped()) + " skipped, " + Amount.of(result.inDoubt())
                        + " in doubt.");
        if (result.stopped() != null) {
            terminal.out()
                    .println("It ended early, with " + Amount.of(result.pending(), "step", "steps") + " to do: "
                            + Printable.of(result.stopped()) + ".");
        }
        if (!result.failures().isEmpty()) {
            TextTable table = TextTable.of("step#", "who or what", "why");
            result.failures().stream()
                    .limit(50)
                    .forEach(f -> table.row(Long.toString(f.id()), f.subject(), f.reason()));
            table.print(terminal.out(), terminal.outInk());
        }
        if (!result.isWhole()) {
            terminal.out()
                    .println("calque apply " + Printable.argument(file) + " --resume " + result.run()
                            + where
                            + " goes on with it, and tries again what was not done.");
        } else {
            terminal.out().println("To go back: calque undo " + result.run() + where + " -o back.plan");
        }
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
