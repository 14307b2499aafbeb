package io.calque.cli.plan;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FaultyOption;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.command.UnfinishedRun;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.engine.Answer;
import io.calque.engine.Drifting;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.plan.DriftItem;
import io.calque.report.json.DriftJson;
import io.calque.report.json.Json;
import io.calque.report.table.CsvTable;
import io.calque.report.table.Grid;
import io.calque.report.table.Grid.Cell;
import io.calque.report.text.Amount;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Compares what the server holds with what the workspace says; status 2 when they differ. */
@CommandLine.Command
public final class DriftCommand implements Command {
    /** Items shown as text; the other formats hold all. */
    private static final int MOST = 50;

    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Mixin
    private FaultyOption faulty = new FaultyOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder open = folder.open(terminal);
        Locking.report(open, terminal);
        UnfinishedRun.report(open, terminal);
        Answer<List<DriftItem>> found = new Drifting(WorkspaceContext.of(terminal, open)).differences(faulty.value());
        List<DriftItem> items = found.value();
        switch (format.value()) {
            case JSON -> Json.line(terminal.out(), json -> DriftJson.write(items, json));
            case CSV -> terminal.out().print(CsvTable.of(table(items)));
            case TEXT, MD, HTML, XLSX, PDF, SARIF, JUNIT, GITHUB -> text(terminal, items, !found.hasErrors());
        }
        Exit answer = FindingsOutput.tell(terminal, found.findings());
        return items.isEmpty() ? answer : Exit.NO;
    }

    private static Grid table(List<DriftItem> items) {
        return new Grid(
                "Drift",
                List.of("subject", "type", "setting", "desired", "observed"),
                items.stream()
                        .map(i -> List.of(
                                Cell.plain(i.subject()),
                                Cell.plain(i.type()),
                                Cell.plain(i.setting() == null ? "" : i.setting()),
                                Cell.plain(i.desired() == null ? "" : i.desired()),
                                Cell.plain(i.observed() == null ? "" : i.observed())))
                        .toList());
    }

    private static void text(Terminal terminal, List<DriftItem> items, boolean whole) {
        if (items.isEmpty()) {
            terminal.out()
                    .println(
                            whole
                                    ? terminal.outInk().good("No drift: ") + "the server holds what the workspace says."
                                    : "No drift was seen, but not everything could be read and compared.");
            return;
        }
        TextTable table = TextTable.of("who or what", "type", "desired", "observed");
        for (DriftItem item : items.subList(0, Math.min(MOST, items.size()))) {
            table.row(item.subject(), item.topic(), words(item.desired()), words(item.observed()));
        }
        table.print(terminal.out(), terminal.outInk());
        if (items.size() > MOST) {
            terminal.out().println("… and " + Amount.of(items.size() - MOST) + " more");
        }
        terminal.out().println();
        terminal.out()
                .println(Amount.of(items.size(), "difference", "differences")
                        + ". calque plan shows why and corrects them.");
    }

    private static String words(@Nullable String value) {
        return value == null ? "(none)" : value;
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON, Format.CSV);
    }
}
