package io.calque.report.table;

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
     * @param number whether it is a number, to be compared digit under digit
     */
    public record Cell(String text, boolean marked, boolean number) {
        /** A text that does not stand out. */
        public static Cell plain(String text) {
            return new Cell(text, false, false);
        }

        /** A number that does not stand out, in digits that people read. */
        public static Cell number(String digits) {
            return new Cell(digits, false, true);
        }

        /** The same cell, standing out or not. */
        public Cell withMark(boolean stands) {
            return new Cell(text, stands, number);
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

    /** Whether a column holds numbers only, and some. */
    public boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).number());
    }
}
