package io.calque.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.calque.report.text.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Renders tables as CSV (RFC 4180) with line feeds. A cell that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, "CSV Injection"); control characters are written out, because terminals obey them. Marks are not shown.
 */
public final class CsvTable {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvTable() {}

    /** The text of a table. */
    public static String of(Grid grid) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(grid.header().stream().map(CsvTable::safe).toList());
            for (List<Grid.Cell> row : grid.rows()) {
                csv.writeRecord(row.stream().map(cell -> safe(cell.text())).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String safe(String text) {
        String visible = Visible.of(text);
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + visible : visible;
    }
}
