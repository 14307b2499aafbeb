package io.calque.table;

import java.util.List;

/**
 * A table of texts: what every renderer draws.
 *
 * @param title what it shows
 * @param header the headings of the columns
 * @param rows the rows, each as wide as the header
 */
public record Grid(String title, List<String> header, List<List<Cell>> rows) {
    /**
     * A cell.
     *
     * @param text what stands in it, as it is
     * @param marked whether it is to stand out
     */
    public record Cell(String text, boolean marked) {
        /** A cell that does not stand out. */
        public static Cell plain(String text) {
            return new Cell(text, false);
        }
    }

    public Grid {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        int width = header.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("every row must have " + width + " cells");
        }
    }
}
