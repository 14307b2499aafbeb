package io.calque.cli.audit;

import io.calque.audit.Imbalance;
import io.calque.audit.Position;
import io.calque.catalogue.PolicyType;
import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FaultyOption;
import io.calque.cli.command.FileAnswer;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.engine.Answer;
import io.calque.engine.Auditing;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.policy.Policy;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.report.json.RuleDecisionsJson;
import io.calque.report.page.ExcelFile;
import io.calque.report.page.PositionPdf;
import io.calque.report.page.Report;
import io.calque.report.page.ReportPage;
import io.calque.report.table.CsvTable;
import io.calque.report.table.Grid;
import io.calque.report.table.Grid.Cell;
import io.calque.security.file.Access;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the licence position: owned, held, needed, and why. */
@CommandLine.Command
public final class AuditCommand implements Command {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Option(
            names = "--exit-code",
            description = "end with status 2 when licences are short or somebody is given more than is licensed")
    private boolean exitCode;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "save the answer to a file; xlsx and pdf need one")
    private @Nullable String output;

    @Mixin
    private FaultyOption faulty = new FaultyOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder open = folder.open(terminal);
        Auditing auditing = new Auditing(WorkspaceContext.of(terminal, open));
        Workspace workspace = auditing.workspace();
        Answer<Position> found = auditing.position(faulty.value());
        Position position = found.value();
        switch (format.value()) {
            case XLSX ->
                FileAnswer.save(
                        terminal,
                        "audit",
                        Format.XLSX,
                        output,
                        Access.OWNER,
                        out -> ExcelFile.write(grid(position), "licence position", out));
            case PDF ->
                FileAnswer.save(
                        terminal,
                        "audit",
                        Format.PDF,
                        output,
                        Access.OWNER,
                        out -> PositionPdf.write(report(workspace, position), out));
            case TEXT, MD ->
                FileAnswer.print(
                        terminal,
                        output,
                        Access.OWNER,
                        there -> new PositionText(there, workspace.licensing()).print(position));
            case JSON ->
                FileAnswer.print(
                        terminal,
                        output,
                        Access.OWNER,
                        there -> Json.line(there.out(), json -> {
                            json(position, json);
                            new RuleDecisionsJson(workspace.licensing()).writeDecided(json);
                        }));
            case CSV ->
                FileAnswer.print(
                        terminal, output, Access.OWNER, there -> there.out().print(CsvTable.of(grid(position))));
            case HTML ->
                FileAnswer.print(
                        terminal,
                        output,
                        Access.OWNER,
                        there -> there.out().print(ReportPage.of(report(workspace, position))));
            case SARIF, JUNIT, GITHUB -> throw new IllegalStateException("not a format of audit: " + format.value());
        }
        Exit answer = FindingsOutput.tell(terminal, found.findings());
        boolean wrong = !position.excess().isEmpty()
                || position.seats().values().stream().anyMatch(seat -> seat.shortfall() > 0);
        return exitCode && wrong ? Exit.NO : answer;
    }

    private static Report report(Workspace workspace, Position position) {
        List<Policy> policies = workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(policy -> policy.type() == PolicyType.CONFERENCING)
                .toList();
        return new Report(
                "Licence position",
                workspace,
                Optional.empty(),
                position,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                policies);
    }

    private static Grid grid(Position position) {
        Stream<List<Cell>> rows = Stream.concat(
                position.excess().stream().flatMap(i -> rows("excess", i)),
                position.missing().stream().flatMap(i -> rows("missing", i)));
        return new Grid(
                "Licence position",
                List.of("finding", "subject", "right", "held", "needs", "policy", "setting", "value"),
                rows.toList());
    }

    private static Stream<List<Cell>> rows(String finding, Imbalance imbalance) {
        return imbalance.grounds().stream()
                .map(ground -> List.of(
                        Cell.plain(finding),
                        Cell.plain(imbalance.subject()),
                        Cell.plain(ground.right()),
                        Cell.plain(imbalance.held().toString()),
                        Cell.plain(ground.needs().toString()),
                        Cell.plain(ground.policy()),
                        Cell.plain(ground.setting()),
                        Cell.plain(ground.value())));
    }

    private static void json(Position position, JsonObject json) {
        json.object(
                "seats",
                seats -> position.seats()
                        .forEach((licence, seat) -> seats.object(licence.id(), s -> {
                            s.put("owned", seat.owned().orElse(null));
                            s.put("needed", seat.needed())
                                    .put("held", seat.held())
                                    .put("shortfall", seat.shortfall());
                            seat.cost().ifPresent(cost -> s.put("cost", cost));
                        })));
        json.objects("excess", position.excess(), AuditCommand::json);
        json.objects("missing", position.missing(), AuditCommand::json);
        json.object(
                "reasons",
                reasons -> position.reasons()
                        .forEach((licence, counts) -> reasons.objects(
                                licence.id(),
                                counts.entrySet(),
                                (entry, reason) ->
                                        reason.put("right", entry.getKey()).put("people", entry.getValue()))));
        json.put("users", position.users()).put("online", position.online());
    }

    private static void json(Imbalance imbalance, JsonObject json) {
        json.put("subject", imbalance.subject())
                .strings("held", imbalance.held().ids())
                .strings("needed", imbalance.needed().ids())
                .put("policy", imbalance.policy())
                .strings("rights", imbalance.rights())
                .objects(
                        "witnesses",
                        imbalance.grounds(),
                        (ground, g) -> g.put("right", ground.right())
                                .strings(
                                        "needs",
                                        ground.needs().alternatives().getFirst().ids())
                                .put("need", ground.needs().toString())
                                .put("policy", ground.policy())
                                .put("setting", ground.setting())
                                .put("value", ground.value()));
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON, Format.CSV, Format.HTML, Format.XLSX, Format.PDF);
    }
}
