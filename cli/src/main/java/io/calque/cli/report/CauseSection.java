package io.calque.cli.report;

import io.calque.audit.Cause;
import io.calque.audit.Imbalance;
import io.calque.cli.terminal.Amount;
import io.calque.markup.Markup;
import io.calque.table.Grid;
import io.calque.table.Grid.Cell;
import io.calque.table.HtmlTable;
import java.util.List;

/** The people for whom licences and rights differ, by cause: each a line that opens, with what decides and who they are. */
final class CauseSection {
    /** Causes shown, and people named of each; the CSV of calque audit holds all. */
    private static final int MOST = 25;

    private CauseSection() {}

    static void into(String title, List<Imbalance> imbalances, String none, Markup html) {
        html.element("h2", title);
        if (imbalances.isEmpty()) {
            html.element("p", none);
            return;
        }
        List<Cause> causes = Cause.of(imbalances);
        html.element(
                "p",
                Amount.of(imbalances.size(), "person", "people") + ", " + Amount.of(causes.size(), "cause", "causes")
                        + ". calque audit --format csv lists every person and right.");
        causes.stream().limit(MOST).forEach(cause -> cause(title, cause, html));
        if (causes.size() > MOST) {
            html.element(
                    "p", "… and " + Amount.of(causes.size() - MOST, "cause", "causes") + " more", "class", "faint");
        }
    }

    private static void cause(String title, Cause cause, Markup html) {
        html.begin("details").begin("summary");
        html.element("b", Amount.of(cause.people().size(), "person", "people"));
        html.text(" " + Sentences.of(cause)).end();
        html.begin("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        HtmlTable.table(
                html,
                new Grid(
                        "What decides",
                        List.of("setting", "value", "in policy", "rights"),
                        cause.settings().stream()
                                .map(one -> List.of(
                                        Cell.plain(one.setting()),
                                        Cell.plain(one.value().isEmpty() ? "not known" : one.value()),
                                        Cell.plain(one.policy()),
                                        Cell.plain(String.join(", ", one.rights()))))
                                .toList()));
        html.end();
        html.element("p", Sentences.people(cause, MOST), "class", "faint");
        html.end();
    }
}
