package io.calque.cli.verb;

import io.calque.cli.folder.Folder;
import io.calque.cli.folder.Inspector;
import io.calque.cli.json.Json;
import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Checks a workspace: its files, the proof that nobody gets more than the licences allow, the traps, and its own tests. */
@CommandLine.Command
final class CheckVerb implements Action {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Folder opened = folder.open(terminal);
        Inspector.Report report = Inspector.inspect(opened, terminal);
        if (format.value() == Format.JSON) {
            json(report, terminal.out());
        } else {
            text(report, terminal);
        }
        return report.ok() ? Exit.DONE : Exit.NO;
    }

    private static void json(Inspector.Report report, PrintWriter out) {
        Json.line(
                out,
                json -> json.put("ok", report.ok())
                        .objects("findings", report.findings(), Json::finding)
                        .object("tests", tests -> tests.put("passed", report.passed())
                                .put("failed", report.failed())));
    }

    private static void text(Inspector.Report report, Terminal terminal) {
        PrintWriter out = terminal.out();
        Ink ink = terminal.outInk();
        List<Finding> findings = report.findings();
        new FindingText(out, ink).print(findings);
        if (!findings.isEmpty()) {
            out.println();
        }
        if (!report.proved()) {
            out.println("The proof and the tests wait until the files can be read without errors.");
        } else if (findings.stream().noneMatch(CheckVerb::isExcess)) {
            out.println("Proved for " + report.policies() + " policies and " + report.personas()
                    + " personas: nobody gets a right that the licences do not cover and a setting could deny.");
        }
        if (report.passed() + report.failed() > 0) {
            out.println("Tests: " + report.passed() + " passed, " + report.failed() + " failed.");
        }
        out.println(ink.bold(FindingText.count(findings)) + ".");
    }

    private static boolean isExcess(Finding finding) {
        return finding.code() == Code.UNLICENSED_RIGHT || finding.code() == Code.VOICE_WITHOUT_PLUS;
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
