package io.calque.cli.check;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.engine.CheckReport;
import io.calque.engine.Checking;
import io.calque.report.ci.GithubAnnotations;
import io.calque.report.ci.JunitReport;
import io.calque.report.ci.SarifLog;
import io.calque.report.json.Json;
import io.calque.report.text.Amount;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Validates and lints a workspace, proves each policy and persona, runs the tests. */
@CommandLine.Command
public final class CheckCommand implements Command {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Option(names = "--all", description = "show remarks too, not only errors and warnings; JSON always holds them")
    private boolean all;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        CheckReport checking = new Checking(WorkspaceContext.of(terminal, folder.open(terminal))).check();
        boolean ok = checking.findings().stream().noneMatch(Finding::isError);
        List<Finding> findings = checking.findings();
        switch (format.value()) {
            case JSON -> json(terminal, checking, ok);
            case SARIF -> SarifLog.print(terminal.out(), findings, folder.name());
            case JUNIT -> terminal.out().print(JunitReport.of(findings, folder.name()));
            case GITHUB -> GithubAnnotations.print(terminal.out(), findings, folder.name());
            case TEXT -> print(terminal, checking, ok, all);
            case CSV, MD, HTML, XLSX, PDF ->
                throw new IllegalStateException("not a format of check: " + format.value());
        }
        if (checking.workspace().isEmpty()) {
            return Exit.FAILED;
        }
        return ok ? Exit.DONE : Exit.NO;
    }

    private static void json(Terminal terminal, CheckReport checking, boolean ok) {
        Json.line(
                terminal.out(),
                json -> json.put("ok", ok)
                        .objects("findings", checking.findings(), Json::finding)
                        .object("tests", t -> t.put("passed", checking.passed()).put("failed", checking.failed()))
                        .put("online", checking.online()));
    }

    private static void print(Terminal terminal, CheckReport checking, boolean ok, boolean all) {
        Ink ink = terminal.outInk();
        List<Finding> shown = checking.findings().stream()
                .filter(f -> all || f.severity() != Severity.INFO)
                .toList();
        new FindingText(terminal.out(), ink).print(shown);
        if (!shown.isEmpty()) {
            terminal.out().println();
        }
        if (checking.proved()) {
            terminal.out()
                    .println(
                            "Proved: no policy and no persona gives a right that its licences do not cover and a setting could deny.");
        }
        if (checking.online() > 0) {
            terminal.out()
                    .println(Amount.of(checking.online(), "person is", "people are")
                            + " homed online: no policy and no licence counts for them here.");
        }
        String tests = checking.passed() + checking.failed() == 0
                ? "no tests"
                : checking.passed() + " of " + (checking.passed() + checking.failed()) + " tests passed";
        String count = FindingText.count(checking.findings())
                + (shown.size() < checking.findings().size() ? " (--all shows them)" : "") + ", " + tests;
        terminal.out().println(ok ? ink.good("ok: ") + count : ink.severity(Severity.ERROR, "not ok: ") + count);
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON, Format.SARIF, Format.JUNIT, Format.GITHUB);
    }
}
