package io.calque.cli.run;

import io.calque.apply.RunResult;
import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.engine.Applying;
import io.calque.engine.Scripting;
import io.calque.engine.folder.PlanFile;
import io.calque.engine.folder.WorkspaceFinder;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Sources;
import io.calque.plan.Plan;
import io.calque.plan.TrippedBrake;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.report.text.Amount;
import io.calque.store.WorkspaceLock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies a plan. */
@CommandLine.Command
public final class ApplyCommand implements Command {
    enum Target {
        SIMULATED,
        SCRIPT,
        POOL
    }

    @Parameters(paramLabel = "PLAN", description = "the plan file")
    private String file = "";

    @Option(names = "--target", paramLabel = "TARGET", description = "simulated (default), script or pool")
    private Target target = Target.SIMULATED;

    @Option(names = "--resume", paramLabel = "RUN", description = "go on with a run that stopped or broke off")
    private @Nullable String resume;

    @Option(names = "--release-brake", description = "apply the plan although it trips a brake")
    private boolean released;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.ps1",
            description = "with --target script: the script to write; else the plan's name with .ps1")
    private @Nullable String output;

    @Option(names = "--workspace", paramLabel = "DIR", description = "the workspace, where the plan does not name it")
    private @Nullable String workspace;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        if (output != null && target != Target.SCRIPT) {
            throw new Fault(Finding.of(Code.USAGE, "--output goes with --target script")
                    .help("Leave it out: what is applied is written to the journal"));
        }
        Plan plan = PlanFile.read(terminal.resolve(file), file);
        TrippedBrake brake = plan.header().brake();
        if (brake != null && !released && target != Target.SCRIPT) {
            return refused(brake, terminal);
        }
        return switch (target) {
            case SIMULATED -> simulated(plan, terminal);
            case SCRIPT -> script(plan, terminal);
            case POOL ->
                throw new Fault(
                        Finding.of(Code.UNSUPPORTED_SOURCE, "this version does not apply plans to a live pool itself")
                                .help("Write the script with calque script, and run it where the management shell is"));
        };
    }

    /** A brake is an answer, not a failure: nothing is done, and somebody must say that it is meant. */
    private Exit refused(TrippedBrake brake, Terminal terminal) {
        Findings findings = new Findings();
        findings.add(brake.finding());
        if (format.value() == Format.JSON) {
            Json.line(
                    terminal.out(), json -> nothingDone(json, 0).objects("findings", findings.sorted(), Json::finding));
        }
        return FindingsOutput.tell(terminal, findings);
    }

    private Exit simulated(Plan plan, Terminal terminal) {
        WorkspaceFolder folder = new WorkspaceFinder(terminal.directory()).ofPlan(workspace, plan, file);
        RunResult result;
        try (WorkspaceLock lock = Locking.take(folder, "calque apply " + Printable.argument(file), terminal)) {
            Sources sources = new Sources(WorkspaceContext.of(terminal, folder), folder.workspace());
            Applying applying = new Applying(WorkspaceContext.of(terminal, folder), lock);
            result = resume == null
                    ? applying.run(plan, sources::observed, released)
                    : applying.resume(resume, plan, sources::observed, released);
        }
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> json(result, json));
        } else {
            print(result, folder, brake(plan), terminal);
        }
        return result.isWhole() ? Exit.DONE : Exit.NO;
    }

    private Exit script(Plan plan, Terminal terminal) {
        String script = output != null ? output : file.replaceFirst("\\.[^./\\\\]*$", "") + ".ps1";
        Scripting.write(plan, terminal.resolve(script), script);
        if (format.value() == Format.JSON) {
            Json.line(
                    terminal.out(),
                    json -> nothingDone(json, plan.header().steps()).put("script", script));
        } else {
            terminal.out().println("Nothing is applied yet: the steps are in " + Printable.of(script) + ".");
        }
        return Exit.DONE;
    }

    /** The shape of a run's result where there was no run. */
    private static JsonObject nothingDone(JsonObject json, long skipped) {
        return json.putNull("run")
                .put("applied", 0L)
                .put("failed", 0L)
                .put("skipped", skipped)
                .put("inDoubt", 0L)
                .strings("failures", List.of());
    }

    private static void json(RunResult result, JsonObject json) {
        json.put("run", result.run())
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

    private static boolean brake(Plan plan) {
        return plan.header().brake() != null;
    }

    private void print(RunResult result, WorkspaceFolder folder, boolean brake, Terminal terminal) {
        String where = workspace == null && folder.name().chars().noneMatch(c -> c == '/' || c == '\\')
                ? ""
                : " --workspace " + Printable.argument(folder.name());
        terminal.out()
                .println(terminal.outInk().bold("Run " + result.run()) + ": "
                        + Amount.of(result.applied(), "step", "steps")
                        + " applied, " + Amount.of(result.failed()) + " failed, "
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
                            + (brake ? " --release-brake" : "") + where
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
