package io.calque.cli.table;

import io.calque.cli.terminal.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes GitHub's Markdown tables. What Markdown or HTML would read as markup is escaped; cells that stand out are bold. */
public final class MarkdownWriter {
    private static final String MEANINGFUL = "\\`*_{}[]<>()#+!|~&";

    private MarkdownWriter() {}

    /** Writes the title, headings and rows. */
    public static void write(DataTable table, PrintWriter out) {
        out.println("# " + escaped(table.title()));
        out.println();
        line(table.headings().stream().map(MarkdownWriter::escaped).toList(), out);
        line(table.headings().stream().map(_ -> "---").toList(), out);
        table.rows().forEach(row -> line(row.stream().map(MarkdownWriter::cell).toList(), out));
    }

    private static void line(List<String> cells, PrintWriter out) {
        out.println(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static String cell(DataTable.Cell cell) {
        String text = escaped(cell.text());
        return cell.marked() && !text.isEmpty() ? "**" + text + "**" : text;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (char c : Printable.of(text).toCharArray()) {
            safe.append(MEANINGFUL.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return safe.toString();
    }
}
