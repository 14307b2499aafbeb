package io.calque.cli.run;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.journal.Event;
import io.calque.journal.RunState;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.report.text.Amount;
import io.calque.store.FileJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Lists the runs of a workspace, and checks their journals. */
@CommandLine.Command
public final class RunsCommand implements Command {
    private record Row(String run, RunState state) {
        String began() {
            return state.begun().map(Instant::toString).orElse("");
        }

        String by() {
            return state.started().map(started -> started.by()).orElse("");
        }

        String target() {
            return state.started().map(started -> started.target()).orElse("");
        }

        String how() {
            if (!state.ended()) {
                return "broke off";
            }
            return state.stopped().isPresent() ? "stopped" : "ended";
        }
    }

    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder open = folder.open(terminal);
        FileJournal runs = open.runs(terminal.clock());
        Findings findings = new Findings();
        List<Row> rows = new ArrayList<>();
        for (String run : runs.list()) {
            try {
                rows.add(new Row(run, runs.read(run)));
            } catch (Fault e) {
                findings.addAll(e.findings());
            }
        }
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> json.objects("runs", rows, RunsCommand::json));
        } else if (!rows.isEmpty()) {
            text(terminal, rows);
        } else if (!findings.hasErrors()) {
            terminal.out().println("No plan was applied here yet.");
        }
        return FindingsOutput.tell(terminal, findings);
    }

    private static void text(Terminal terminal, List<Row> rows) {
        TextTable table =
                TextTable.of("run", "began", "by", "target", "", "done#", "refused#", "skipped#", "in doubt#");
        rows.forEach(row -> table.row(
                row.run(),
                row.began(),
                row.by(),
                row.target(),
                row.how(),
                Amount.of(row.state().done().size()),
                Amount.of(row.state().failed().size()),
                Amount.of(row.state().skipped().size()),
                Amount.of(row.state().doubtful().size())));
        table.print(terminal.out(), terminal.outInk());
    }

    private static void json(Row row, JsonObject json) {
        json.put("run", row.run())
                .put("began", row.began())
                .put("by", row.by())
                .put("target", row.target())
                .put("state", row.how())
                .put("applied", (long) row.state().done().size())
                .put("failed", (long) row.state().failed().size())
                .put("skipped", (long) row.state().skipped().size())
                .put("inDoubt", (long) row.state().doubtful().size())
                .objects(
                        "waivers",
                        row.state().started().map(Event.Started::waivers).orElse(List.of()),
                        (waiver, w) -> w.put("what", waiver.what()).put("reason", waiver.reason()));
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
