package io.calque.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text with aligned columns: two spaces between columns, no lines, so that it reads well, greps well and pastes well.
 * Wide and combining characters are measured as terminals show them; cells are made {@link Printable} here, by nobody else.
 */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    private record Column(String heading, boolean right) {}

    /** A table with these headings; one that ends in {@code #} is a number: aligned to the right, the sign not shown. */
    public static TextTable of(String... headings) {
        return new TextTable(Arrays.stream(headings)
                .map(h -> h.endsWith("#") ? new Column(h.substring(0, h.length() - 1), true) : new Column(h, false))
                .toList());
    }

    /** Adds a row with as many cells as there are headings. */
    public TextTable row(String... cells) {
        return row(Arrays.asList(cells));
    }

    /** Adds a row with as many cells as there are headings. */
    public TextTable row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(cells.stream().map(Printable::of).toList());
        return this;
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints headings, where any is not empty, and rows, each line without spaces at its end. */
    public void print(PrintWriter out, Ink ink) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Printable.width(columns.get(i).heading());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Printable.width(row.get(i)));
            }
        }
        List<String> headings = columns.stream().map(Column::heading).toList();
        if (headings.stream().anyMatch(h -> !h.isEmpty())) {
            out.println(ink.bold(line(headings, widths)));
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(widths[i] - Printable.width(cell));
            line.append(i == 0 ? "" : GAP).append(columns.get(i).right() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
