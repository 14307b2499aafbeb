package io.calque.report.table;

import io.calque.report.markup.Markup;
import java.util.List;

/** Renders tables as HTML: a page of its own that fetches nothing. Marked cells have the class {@code marked} and a star. */
public final class HtmlTable {
    private static final String STYLE = """

            :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d0d7de; --mark: #fff3c4; --head: #f3f5f8 }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6edf3; --paper: #0d1117; --line: #30363d; --mark: #4a3b00; --head: #161b22 }
            }
            body { font: 14px/1.45 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem }
            .wide { overflow-x: auto }
            table { border-collapse: collapse }
            caption { text-align: left; font-size: 1.3rem; font-weight: 600; padding-bottom: .6rem }
            th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; white-space: nowrap }
            thead th { position: sticky; top: 0; background: var(--head) }
            tbody th { position: sticky; left: 0; background: var(--head); font-weight: 500 }
            td.marked { background: var(--mark); font-weight: 600 }
            """;

    private HtmlTable() {}

    /**
     * A page with a table.
     *
     * @param legend what the marks mean, in a sentence
     */
    public static String page(Grid grid, String legend) {
        Markup html = new Markup();
        html.constant("<!DOCTYPE html>");
        html.begin("html", "lang", "en").begin("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "generator", "content", "Calque");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", grid.title());
        html.begin("style").constant(STYLE).end().end();
        html.begin("body").begin("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", grid.title());
        table(html, grid);
        html.end().element("p", legend);
        return html.end().end().toString();
    }

    /** Writes the table into a page that is being written. */
    public static void table(Markup html, Grid grid) {
        html.begin("table").element("caption", grid.title());
        html.begin("thead").begin("tr");
        for (int column = 0; column < grid.header().size(); column++) {
            String heading = grid.header().get(column);
            if (grid.isNumeric(column)) {
                html.element("th", heading, "scope", "col", "class", "number");
            } else {
                html.element("th", heading, "scope", "col");
            }
        }
        html.end().end().begin("tbody");
        for (List<Grid.Cell> row : grid.rows()) {
            html.begin("tr").element("th", row.getFirst().text(), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> cell(html, cell));
            html.end();
        }
        html.end().end();
    }

    private static void cell(Markup html, Grid.Cell cell) {
        String text = cell.marked() ? cell.text() + " *" : cell.text();
        String look = (cell.marked() ? "marked" : "") + (cell.number() ? " number" : "");
        if (look.isEmpty()) {
            html.element("td", text);
        } else {
            html.element("td", text, "class", look.strip());
        }
    }
}
