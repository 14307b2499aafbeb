package io.calque.cli.report;

import io.calque.audit.Imbalance;
import io.calque.audit.Position;
import io.calque.audit.SeatPosition;
import io.calque.catalogue.PolicyType;
import io.calque.choice.SvgDiagram;
import io.calque.choice.Tree;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.licence.Licence;
import io.calque.markup.Markup;
import io.calque.plan.PlanHeader;
import io.calque.table.Grid;
import io.calque.table.Grid.Cell;
import io.calque.table.HtmlTable;
import io.calque.table.PolicyTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a {@link Report} as a page of its own: no script, nothing fetched, light and dark, for screens and paper. */
public final class ReportPage {
    /** Rows of people; the CSV of calque audit holds all. */
    private static final int MOST = 25;

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
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", report.title());
        html.begin("style").constant(style()).end().end();
        html.begin("body").begin("main");
        html.element("h1", report.title());
        html.element("p", summary(), "class", "lead");
        tiles();
        licences();
        people("Rights beyond the licences held", report.now().excess(), "Everybody is given only what is licensed.");
        people(
                "Licences that are not used",
                report.now().missing(),
                "Everybody is given what they hold a licence for.");
        report.plan().ifPresent(this::plan);
        findings();
        policies();
        html.end().end().end();
        return html.toString();
    }

    private String summary() {
        return report.workspace().version().title() + ", licence profile "
                + report.workspace().licensing().profile().name() + ", "
                + number(report.now().users())
                + " users. Licences are counted by what the effective policies give, not by grants.";
    }

    private void tiles() {
        html.begin("ul", "class", "tiles");
        tile(number(report.now().users()), "users on the server");
        report.plan().ifPresent(plan -> tile(number(plan.steps()), "steps done"));
        report.differences().ifPresent(n -> tile(number(n), "differences left"));
        tile(number(report.now().excess().size()), "people with rights beyond their licences");
        report.before().ifPresent(before -> tile(number(before.excess().size()), "such people before"));
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
        header.addAll(List.of("needed", "short", "to spare"));
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
        row.add(Cell.plain(seat.owned().map(ReportPage::number).orElse("not known")));
        row.add(Cell.plain(number(seat.held())));
        report.before()
                .map(before -> Objects.requireNonNull(before.seats().get(licence)))
                .ifPresent(before -> row.add(Cell.plain(number(before.needed()))));
        row.add(Cell.plain(number(seat.needed())));
        String cost = seat.shortfallCost()
                .filter(c -> c.signum() > 0)
                .map(c -> ", costs " + c.toPlainString())
                .orElse("");
        row.add(new Cell(number(seat.shortfall()) + cost, seat.shortfall() > 0));
        row.add(Cell.plain(number(seat.unused())));
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
                                        .map(e -> List.of(Cell.plain(e.getKey()), Cell.plain(number(e.getValue()))))
                                        .toList()));
                html.end();
            }
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
                                .map(e -> List.of(Cell.plain(e.getKey().word()), Cell.plain(number(e.getValue()))))
                                .toList()));
        html.begin("p", "class", "faint")
                .text("Plan ")
                .element("code", plan.fingerprint())
                .end();
    }

    private void findings() {
        html.element("h2", "Findings");
        if (report.findings().isEmpty()) {
            html.element("p", "calque check has nothing to say.");
            return;
        }
        findings(report.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList());
        List<Finding> remarks = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.INFO)
                .toList();
        if (!remarks.isEmpty()) {
            html.begin("details").element("summary", number(remarks.size()) + " remarks");
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

    private void people(String title, List<Imbalance> people, String none) {
        html.element("h2", title);
        if (people.isEmpty()) {
            html.element("p", none);
            return;
        }
        html.begin("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        HtmlTable.table(
                html,
                new Grid(
                        number(people.size())
                                + (people.size() == 1 ? " person" : " people")
                                + (people.size() > MOST ? ", the first " + MOST : ""),
                        List.of("person", "holds", "is given what needs", "policy", "because"),
                        people.stream()
                                .limit(MOST)
                                .map(p -> List.of(
                                        Cell.plain(p.subject()),
                                        Cell.plain(p.held().toString()),
                                        Cell.plain(p.needed().toString()),
                                        Cell.plain(p.policy()),
                                        Cell.plain(because(p))))
                                .toList()));
        html.end();
    }

    /** Each setting with the rights that it decides. */
    private static String because(Imbalance imbalance) {
        Map<String, List<String>> rights = new LinkedHashMap<>();
        imbalance
                .grounds()
                .forEach(ground -> rights.computeIfAbsent(ground.words(), _ -> new ArrayList<>())
                        .add(ground.right()));
        return rights.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String number(long n) {
        return SeatChart.number(n);
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("style.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
