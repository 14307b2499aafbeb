package io.calque.report.page;

import io.calque.audit.Position;
import io.calque.audit.SeatPosition;
import io.calque.catalogue.PolicyType;
import io.calque.choice.Tree;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.licence.Licence;
import io.calque.plan.PlanHeader;
import io.calque.report.diagram.SvgDiagram;
import io.calque.report.markup.Markup;
import io.calque.report.table.Grid;
import io.calque.report.table.Grid.Cell;
import io.calque.report.table.HtmlTable;
import io.calque.report.table.PolicyTable;
import io.calque.report.text.Amount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Writes a {@link Report} as a page of its own: no script, nothing fetched, light and dark, for screens and paper. */
public final class ReportPage {
    private final Report report;
    private final Markup html = new Markup();

    private ReportPage(Report report) {
        this.report = report;
    }

    /** The page. */
    public static String of(Report report) {
        return new ReportPage(report).write();
    }

    private String write() {
        html.constant("<!DOCTYPE html>");
        html.begin("html", "lang", "en").begin("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "generator", "content", "Calque");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", report.title());
        html.begin("style").constant(style()).end().end();
        html.begin("body").begin("main");
        html.element("h1", report.title());
        html.element("p", ReportWording.of(report), "class", "lead");
        tiles();
        licences();
        decisions();
        for (ImbalanceKind tilt : ImbalanceKind.values()) {
            CauseSection.into(tilt, report.now(), html);
        }
        report.plan().ifPresent(this::plan);
        report.findings().ifPresent(this::told);
        policies();
        html.end().end().end();
        return html.toString();
    }

    private void tiles() {
        html.begin("ul", "class", "tiles");
        tile(Amount.of(report.now().users()), "users on the server");
        report.plan().ifPresent(plan -> tile(Amount.of(plan.steps()), "steps done"));
        report.differences().ifPresent(n -> tile(Amount.of(n), "differences left"));
        tile(Amount.of(report.now().excess().size()), "people with rights beyond their licences");
        report.before().ifPresent(before -> tile(Amount.of(before.excess().size()), "such people before"));
        html.end();
    }

    private void tile(String figure, String words) {
        html.begin("li").element("b", figure).element("span", words).end();
    }

    private void licences() {
        html.element("h2", "Licence position");
        SeatChart.into(series(), html);
        List<String> header = new ArrayList<>(List.of("licence", "owned", "held"));
        report.before().ifPresent(_ -> header.add("needed before"));
        header.addAll(List.of("needed", "short", "to spare", "cost of what is short"));
        List<List<Cell>> rows = new ArrayList<>();
        report.now().seats().forEach((licence, seat) -> rows.add(row(licence, seat)));
        HtmlTable.table(html, new Grid("Seats by licence", header, rows));
        reasons();
    }

    private List<SeatChart.Series> series() {
        List<SeatChart.Series> series = new ArrayList<>();
        series.add(new SeatChart.Series("owned", "owned", owned(report.now())));
        report.before()
                .ifPresent(before -> series.add(
                        new SeatChart.Series("needed before", "before", counts(before, SeatPosition::needed))));
        series.add(new SeatChart.Series("needed", "needed", counts(report.now(), SeatPosition::needed)));
        return series;
    }

    private static Map<Licence, Long> owned(Position position) {
        Map<Licence, Long> counts = new EnumMap<>(Licence.class);
        position.seats().forEach((licence, seat) -> seat.owned().ifPresent(owned -> counts.put(licence, owned)));
        return counts;
    }

    private static Map<Licence, Long> counts(Position position, Function<SeatPosition, Long> count) {
        Map<Licence, Long> counts = new EnumMap<>(Licence.class);
        position.seats().forEach((licence, seat) -> counts.put(licence, count.apply(seat)));
        return counts;
    }

    private List<Cell> row(Licence licence, SeatPosition seat) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.plain(licence.id()));
        row.add(Cell.number(seat.owned().map(Amount::of).orElse("not known")));
        row.add(Cell.number(Amount.of(seat.held())));
        report.before()
                .map(before -> Objects.requireNonNull(before.seats().get(licence)))
                .ifPresent(before -> row.add(Cell.number(Amount.of(before.needed()))));
        row.add(Cell.number(Amount.of(seat.needed())));
        row.add(Cell.number(Amount.of(seat.shortfall())).withMark(seat.shortfall() > 0));
        row.add(Cell.number(Amount.of(seat.unused())));
        row.add(Cell.number(seat.shortfallCost().map(Amount::money).orElse("")));
        return row;
    }

    private void reasons() {
        for (Licence licence : List.of(Licence.ENTERPRISE, Licence.PLUS)) {
            Map<String, Long> reasons = report.now().reasons().getOrDefault(licence, Map.of());
            if (!reasons.isEmpty()) {
                html.begin("details").element("summary", "Why " + licence.id() + " is needed");
                HtmlTable.table(
                        html,
                        new Grid(
                                "Rights that need " + licence.id(),
                                List.of("right", "people who are given it"),
                                reasons.entrySet().stream()
                                        .map(e -> List.of(Cell.plain(e.getKey()), Cell.number(Amount.of(e.getValue()))))
                                        .toList()));
                html.end();
            }
        }
    }

    private void decisions() {
        List<List<Cell>> rows = ReportWording.decisions(report).stream()
                .map(row -> row.stream().map(Cell::plain).toList())
                .toList();
        if (!rows.isEmpty()) {
            html.element("h2", ReportWording.DECIDED);
            HtmlTable.table(
                    html, new Grid("Licence rules that the workspace decides itself", ReportWording.DECISIONS, rows));
        }
    }

    private void plan(PlanHeader plan) {
        html.element("h2", "What was done");
        HtmlTable.table(
                html,
                new Grid(
                        "Steps of the plan by kind",
                        List.of("kind", "steps"),
                        plan.byKind().entrySet().stream()
                                .filter(e -> e.getValue() > 0)
                                .map(e -> List.of(Cell.plain(e.getKey().word()), Cell.number(Amount.of(e.getValue()))))
                                .toList()));
        html.begin("p", "class", "faint")
                .text("Plan ")
                .element("code", plan.fingerprint())
                .end();
    }

    private void told(List<Finding> findings) {
        html.element("h2", "Findings");
        if (findings.isEmpty()) {
            html.element("p", "calque check has nothing to say.");
            return;
        }
        findings(findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList());
        List<Finding> remarks = findings.stream()
                .filter(finding -> finding.severity() == Severity.INFO)
                .toList();
        if (!remarks.isEmpty()) {
            html.begin("details").element("summary", Amount.of(remarks.size()) + " remarks");
            findings(remarks);
            html.end();
        }
    }

    private void findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        html.begin("ul");
        for (Finding finding : findings) {
            html.begin("li", "class", finding.severity().word());
            html.element("b", finding.severity().word() + " " + finding.code().id());
            html.text(" " + finding.message());
            if (finding.place() != null) {
                html.text(" (" + finding.place() + ")");
            }
            if (finding.help() != null) {
                html.begin("div", "class", "faint").text(finding.help()).end();
            }
            html.end();
        }
        html.end();
    }

    private void policies() {
        html.element("h2", "Policies");
        if (!report.policies().isEmpty()) {
            html.begin("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Decision diagram");
            html.constant(SvgDiagram.of(
                    "Which conferencing policy", Tree.of(report.workspace().licensing(), report.policies())));
            html.end();
        }
        html.begin("details").element("summary", "The complete table");
        html.begin("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of policies");
        HtmlTable.table(
                html, new PolicyTable(report.workspace().version(), PolicyType.CONFERENCING, report.policies()).grid());
        html.element("p", "Values with a star differ from the product's defaults.", "class", "faint");
        html.end().end();
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("style.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
