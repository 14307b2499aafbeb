package io.calque.report.page;

import io.calque.audit.Cause;
import io.calque.audit.Imbalance;
import io.calque.audit.Position;
import io.calque.report.markup.Markup;
import io.calque.report.table.Grid;
import io.calque.report.table.Grid.Cell;
import io.calque.report.table.HtmlTable;
import io.calque.report.text.Amount;
import java.util.List;

/** The people for whom licences and rights differ, by cause: each a line that opens, with what decides and who they are. */
final class CauseSection {
    /** Causes shown, and people named of each; the CSV of calque audit holds all. */
    private static final int MOST = 25;

    private CauseSection() {}

    static void into(ImbalanceKind tilt, Position position, Markup html) {
        List<Imbalance> imbalances = tilt.of(position);
        html.element("h2", tilt.title());
        if (imbalances.isEmpty()) {
            html.element("p", tilt.none());
            return;
        }
        List<Cause> causes = Cause.of(imbalances);
        html.element(
                "p",
                Amount.of(imbalances.size(), "person", "people") + ", " + Amount.of(causes.size(), "cause", "causes")
                        + ". calque audit --format csv lists every person and right.");
        causes.stream().limit(MOST).forEach(cause -> cause(tilt.title(), cause, html));
        if (causes.size() > MOST) {
            html.element(
                    "p", "… and " + Amount.of(causes.size() - MOST, "cause", "causes") + " more", "class", "faint");
        }
    }

    private static void cause(String title, Cause cause, Markup html) {
        html.begin("details").begin("summary");
        html.element("b", Amount.of(cause.people().size(), "person", "people"));
        html.text(" " + ReportWording.of(cause)).end();
        html.begin("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        HtmlTable.table(
                html,
                new Grid(
                        "What decides",
                        ReportWording.DECIDING,
                        ReportWording.deciding(cause)
                                .map(row -> row.stream().map(Cell::plain).toList())
                                .toList()));
        html.end();
        html.element("p", ReportWording.people(cause, MOST), "class", "faint");
        html.end();
    }
}
