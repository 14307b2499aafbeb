package io.calque.report.page;

import io.calque.report.table.Grid;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Renders tables as workbooks (Office Open XML). Texts stay texts, whatever they begin with, and whole numbers become numbers; marked
 * cells are bold on yellow. A workbook names the time of its making, so that two differ in that and in nothing else.
 */
public final class ExcelFile {
    private static final String MARK = "FFF3C4";
    private static final String HEAD = "E8EDF3";
    private static final int WIDEST = 60;
    /** Fifteen digits are what a spreadsheet keeps of a number. */
    private static final int MOST_DIGITS = 15;

    private ExcelFile() {}

    /** Writes a workbook with one sheet; the stream stays open. */
    public static void write(Grid grid, String sheetName, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(new Unclosed(out), "Calque", "1.0")) {
            workbook.properties().setTitle(grid.title());
            Worksheet sheet = workbook.newWorksheet(sheetName);
            sheet.freezePane(1, 1);
            for (int column = 0; column < grid.header().size(); column++) {
                sheet.value(0, column, grid.header().get(column));
                sheet.style(0, column).bold().fillColor(HEAD).set();
                sheet.width(column, width(grid, column));
            }
            for (int row = 0; row < grid.rows().size(); row++) {
                List<Grid.Cell> cells = grid.rows().get(row);
                for (int column = 0; column < cells.size(); column++) {
                    cell(sheet, row + 1, column, cells.get(column));
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Grid.Cell cell) {
        String text = cell.text();
        if (text.length() <= MOST_DIGITS && text.matches("\\d+")) {
            sheet.value(row, column, Long.parseLong(text));
        } else {
            sheet.value(row, column, text);
        }
        if (cell.marked()) {
            sheet.style(row, column).bold().fillColor(MARK).set();
        }
    }

    private static double width(Grid grid, int column) {
        int longest = grid.rows().stream()
                .mapToInt(row -> row.get(column).text().length())
                .max()
                .orElse(0);
        return Math.min(WIDEST, Math.max(longest, grid.header().get(column).length()) + 2);
    }

    /** The library closes what it writes to. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
