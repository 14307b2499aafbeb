package io.calque.cli.workspace;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.engine.Answer;
import io.calque.engine.Playing;
import io.calque.engine.folder.ScenarioFile;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.meeting.Gate;
import io.calque.meeting.Loss;
import io.calque.meeting.Particulars;
import io.calque.meeting.Resolution;
import io.calque.meeting.Scenario;
import io.calque.meeting.Step;
import io.calque.meeting.StepResult;
import io.calque.policy.Policy;
import io.calque.report.json.Json;
import io.calque.report.json.MeetJson;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plays a scenario: who can do what in a session, and which gate refuses. Status 2 when an expectation does not come true. */
@CommandLine.Command
public final class MeetCommand implements Command {
    @Parameters(paramLabel = "FILE", description = "the scenario; docs/meetings.md tells how to write one")
    private String file = "";

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Scenario scenario = ScenarioFile.read(
                terminal.resolve(file), file, folder -> WorkspaceFolder.open(terminal.resolve(folder), folder));
        Answer<List<StepResult>> played = Playing.play(scenario);
        List<StepResult> lines = played.value();
        if (format.value() == Format.JSON) {
            lines.forEach(line -> Json.line(terminal.out(), json -> MeetJson.write(line, json)));
        } else {
            text(terminal, lines);
        }
        return FindingsOutput.tell(terminal, played.findings());
    }

    private static void text(Terminal terminal, List<StepResult> lines) {
        TextTable table = TextTable.of("step#", "who", "does", "outcome", "gate", "rule", "needs", "lacks", "because");
        for (StepResult line : lines) {
            table.row(
                    Integer.toString(line.number()),
                    line.step().actor(),
                    does(line.step()),
                    line.outcome().word(),
                    gate(line),
                    line.rule(),
                    line.needs().toString(),
                    line.missing().isEmpty() ? "" : line.missing().toString(),
                    because(line));
        }
        table.print(terminal.out(), terminal.outInk());
        List<String> readings = lines.stream()
                .map(StepResult::reading)
                .filter(Objects::nonNull)
                .map(reading -> reading + " (" + reading.rule() + "): " + reading.meaning())
                .distinct()
                .toList();
        if (!readings.isEmpty()) {
            terminal.out().println();
            terminal.out().println("Sources disagree; the profile reads:");
            readings.forEach(reading -> terminal.out().println("  " + reading));
        }
    }

    private static String does(Step step) {
        Particulars how = step.how();
        Resolution resolution = how.resolution();
        Policy policy = how.policy();
        return step.action().word()
                + (how.with() == null ? "" : " with " + how.with())
                + (how.endpoint() == null ? "" : " from " + how.endpoint())
                + (resolution == null ? "" : " at " + resolution.word())
                + (how.minutes() == 0 ? "" : " for " + how.minutes() + " minutes")
                + (policy == null ? "" : " " + policy.identity().print());
    }

    private static String gate(StepResult line) {
        Gate gate = line.gate();
        return gate == null ? "" : gate.word();
    }

    private static String because(StepResult line) {
        String lost = line.lost().stream().map(MeetCommand::words).collect(Collectors.joining(", "));
        return line.why() + (line.code() == null ? "" : ", code " + line.code()) + (lost.isEmpty() ? "" : "; " + lost);
    }

    private static String words(Loss loss) {
        return loss.person() + " loses " + loss.medium().word() + " (" + loss.setting() + ", " + loss.rule() + ")";
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
