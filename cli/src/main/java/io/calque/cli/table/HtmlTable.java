package io.calque.cli.table;

import io.calque.cli.html.Html;
import io.calque.cli.html.Style;
import java.io.PrintWriter;

/** Writes a table as a page of its own or into a page. */
public final class HtmlTable {
    private HtmlTable() {}

    /** A page with nothing but the table. */
    public static void page(DataTable table, PrintWriter out) {
        Html html = new Html(out).page("en", table.title(), Style.sheet());
        html.element("h1", table.title());
        into(table, html);
        html.endAll();
    }

    /** The table in a page that is being written. Rows are headed by their first cell, for those who listen to tables. */
    public static void into(DataTable table, Html html) {
        html.begin("div", "class", "scroll", "tabindex", "0").begin("table").element("caption", table.title());
        html.begin("thead").begin("tr");
        table.headings().forEach(heading -> html.element("th", heading, "scope", "col"));
        html.end().end().begin("tbody");
        for (var row : table.rows()) {
            html.begin("tr").element("th", row.getFirst().text(), "scope", "row");
            for (DataTable.Cell cell : row.subList(1, row.size())) {
                if (cell.marked()) {
                    html.element("td", cell.text(), "class", "mark");
                } else {
                    html.element("td", cell.text());
                }
            }
            html.end();
        }
        html.end().end().end();
    }
}
