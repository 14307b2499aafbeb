package io.calque.cli.table;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes CSV (RFC 4180), lines ended by CRLF as it says. A text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP, "CSV injection"); numbers don't.
 */
public final class CsvWriter {
    private CsvWriter() {}

    /** Writes headings and rows. */
    public static void write(DataTable table, PrintWriter out) {
        line(table.headings(), out);
        table.rows().forEach(row -> line(row.stream().map(DataTable.Cell::text).toList(), out));
    }

    private static void line(List<String> cells, PrintWriter out) {
        out.print(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    private static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !text.matches("[+-]?\\d+(\\.\\d+)?");
    }
}
