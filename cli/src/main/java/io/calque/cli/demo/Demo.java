package io.calque.cli.demo;

import io.calque.apply.RunResult;
import io.calque.audit.Position;
import io.calque.audit.SeatPosition;
import io.calque.catalogue.PolicyType;
import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.Answer;
import io.calque.engine.Applying;
import io.calque.engine.Auditing;
import io.calque.engine.CheckReport;
import io.calque.engine.Checking;
import io.calque.engine.Planning;
import io.calque.engine.Scripting;
import io.calque.engine.context.Context;
import io.calque.engine.folder.NewWorkspace;
import io.calque.engine.folder.PlanFile;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Sources;
import io.calque.licence.Licence;
import io.calque.people.FaultyRows;
import io.calque.plan.Plan;
import io.calque.plan.TrippedBrake;
import io.calque.policy.Policy;
import io.calque.report.page.Report;
import io.calque.report.page.ReportPage;
import io.calque.report.text.Amount;
import io.calque.security.file.FileDraft;
import io.calque.security.file.SafeFile;
import io.calque.state.Observed;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the whole chain on the sample company: check, plan, script, apply to the simulated pool, drift, audit, report. */
public final class Demo {
    private final Terminal terminal;
    private final String name;
    private final Path path;
    private final SampleCompany company;
    private final boolean talks;
    private final List<String> files = new ArrayList<>();
    private Instant stepStarted;

    /**
     * What came of it.
     *
     * @param files what it left, as paths that work from where the person is
     * @param steps the steps of the plan
     * @param differences the differences left after it was applied
     * @param excess the people who are given more than they hold a licence for, after it was applied
     */
    public record Outcome(List<String> files, long steps, long differences, long excess) {
        public Outcome {
            files = List.copyOf(files);
        }
    }

    /** A demo in a folder; it talks about each step where asked to. */
    public Demo(Terminal terminal, String name, SampleCompany company, boolean talks) {
        this.terminal = terminal;
        this.name = name;
        this.path = terminal.resolve(name);
        this.company = company;
        this.talks = talks;
        this.stepStarted = terminal.clock().instant();
    }

    /** Runs it. */
    public Outcome run() {
        say("A sample company of " + Amount.of(company.people(), "person", "people")
                + ": Unicode names, a few wrong licences, half of all without a grant.");
        say("");
        boolean begun = isBegun();
        WorkspaceFolder folder = WorkspaceFolder.open(path, name);
        try (WorkspaceLock lock = Locking.take(folder, "calque demo " + Printable.argument(name), terminal)) {
            if (begun) {
                refuseWhatWasChanged();
            }
            return run(folder, lock);
        }
    }

    private Outcome run(WorkspaceFolder folder, WorkspaceLock lock) {
        makeWorkspace(folder, lock);
        Context context = WorkspaceContext.of(terminal, folder);
        CheckReport checking = new Checking(context).check();
        told("check", FindingText.count(checking.findings()) + "; " + checking.passed() + " tests passed");
        Auditing auditing = new Auditing(context);
        Sources sources = new Sources(context, auditing.workspace());
        Observed before = sources.observed();
        Answer<Position> found = auditing.position(before, FaultyRows.REFUSE);
        told("audit", "as found: " + excess(found.value()));
        Plan plan = new Planning(context).plan(before).value();
        PlanFile.write(plan, terminal.resolve(file("demo.plan")));
        told(
                "plan",
                Amount.of(plan.header().steps()) + " steps; "
                        + Amount.of(plan.header().unchanged()) + " people unchanged");
        String script = file("demo.ps1");
        Scripting.write(plan, terminal.resolve(script), script);
        told("script", "the same steps for PowerShell");
        Workspace workspace = auditing.workspace();
        RunResult run = new Applying(context.uncancelled(), lock)
                .run(plan, workspace, TrippedBrake.of(workspace.brakes(), plan));
        told(
                "apply",
                Amount.of(run.applied()) + " steps applied, " + Amount.of(run.failed()) + " failed; run " + run.run());
        Observed after = sources.observed();
        Plan left = new Planning(context).plan(after).value();
        told("drift", left.isEmpty() ? "none" : Amount.of(left.header().steps()) + " differences");
        Position position = auditing.position(after, FaultyRows.REFUSE).value();
        told("audit", excess(position));
        report(workspace, checking, found, plan, left, position);
        told("report", "");
        closing(position);
        return new Outcome(
                files,
                plan.header().steps(),
                left.header().steps(),
                position.excess().size());
    }

    private void makeWorkspace(WorkspaceFolder folder, WorkspaceLock lock) {
        FileDraft.sweep(path);
        company.workspace().keySet().forEach(this::remove);
        List.of(".gitignore", "people.csv").forEach(this::remove);
        NewWorkspace.write(path, company.workspace());
        Mark.leave(path, List.of());
        SafeFile.write(path.resolve("people.csv"), out -> company.writePeople(out, terminal));
        folder.pool().begin(lock, company.server(terminal));
        Mark.leave(
                path,
                Stream.concat(company.workspace().keySet().stream(), Stream.of("people.csv"))
                        .distinct()
                        .toList());
        told("new", "workspace, people and a simulated pool as it was found");
    }

    /** Whether the folder, which is made where there is none, holds a demo; one that is empty does not. */
    private boolean isBegun() {
        try {
            Files.createDirectories(path);
            try (Stream<Path> inside = Files.list(path)) {
                if (inside.findAny().isEmpty()) {
                    return false;
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (!Mark.isOn(path)) {
            throw new Fault(Finding.of(Code.FILE_NOT_USABLE, "the folder " + name + " holds something else than a demo")
                    .help("Name another folder: calque demo DIR"));
        }
        return true;
    }

    private void refuseWhatWasChanged() {
        List<String> changed = Mark.changed(path);
        if (!changed.isEmpty()) {
            throw new Fault(Finding.of(
                            Code.FILE_NOT_USABLE,
                            "in " + name + " somebody has changed " + String.join(", ", changed)
                                    + ", which a new demo would write over")
                    .help("Name another folder, calque demo DIR, or remove this one"));
        }
    }

    private void remove(String file) {
        try {
            Files.deleteIfExists(path.resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String file(String file) {
        String full = name + "/" + file;
        files.add(full);
        return full;
    }

    private void report(
            Workspace workspace,
            CheckReport checking,
            Answer<Position> found,
            Plan plan,
            Plan left,
            Position position) {
        List<Policy> policies = workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(policy -> policy.type() == PolicyType.CONFERENCING)
                .toList();
        List<Finding> all = Stream.concat(checking.findings().stream(), found.findings().stream())
                .distinct()
                .sorted(Finding.ORDER)
                .limit(100)
                .toList();
        Report report = new Report(
                "Calque demo: " + Amount.of(company.people()) + " people",
                workspace,
                Optional.of(all),
                position,
                Optional.of(found.value()),
                Optional.of(plan.header()),
                Optional.of(left.header().steps()),
                policies);
        SafeFile.writeText(terminal.resolve(file("report.html")), ReportPage.of(report));
    }

    private void closing(Position position) {
        Ink ink = terminal.outInk();
        SeatPosition enterprise = Objects.requireNonNull(position.seats().get(Licence.ENTERPRISE));
        say("");
        say("Enterprise licences needed now: " + Amount.of(enterprise.needed()) + ", owned: "
                + enterprise.owned().map(Amount::of).orElse("?") + ".");
        say("");
        say("Left behind:");
        say("  " + name + "  the workspace: calque check " + name + ", calque explain " + name + " NAME");
        files.forEach(file -> say("  " + ink.bold(file)));
    }

    private static String excess(Position position) {
        return Amount.of(position.excess().size()) + " people are given more than they hold a licence for";
    }

    /** One line for each step of the chain, with the time that it took. */
    private void told(String step, String result) {
        Instant now = terminal.clock().instant();
        Duration took = Duration.between(stepStarted, now);
        stepStarted = now;
        if (talks) {
            String time = String.format(Locale.ROOT, "%6.1f s", took.toMillis() / 1000.0);
            terminal.out().println("  " + terminal.outInk().bold(String.format("%-7s", step)) + time + "  " + result);
            terminal.out().flush();
        }
    }

    private void say(String line) {
        if (talks) {
            terminal.out().println(line);
            terminal.out().flush();
        }
    }
}
