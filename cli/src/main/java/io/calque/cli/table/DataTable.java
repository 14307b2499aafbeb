package io.calque.cli.table;

import java.util.List;

/**
 * A table of data, before anybody decides how it looks.
 *
 * @param title what it is about
 * @param headings the columns' names; they name the columns in CSV files too, so they are part of the contract
 * @param rows the rows, each as wide as the headings
 */
public record DataTable(String title, List<String> headings, List<List<Cell>> rows) {
    public DataTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        int width = headings.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row of another width than the headings");
        }
    }

    /**
     * One cell.
     *
     * @param text its content
     * @param marked whether it stands out: bold, or with a star where there is no bold
     */
    public record Cell(String text, boolean marked) {
        /** A cell that does not stand out. */
        public static Cell of(String text) {
            return new Cell(text, false);
        }
    }
}
