package io.calque.report.table;

import java.util.List;
import java.util.stream.Collectors;

/** Renders tables as Markdown (the tables of GitHub Flavored Markdown, section 4.10). Marked cells stand in bold. */
public final class MarkdownTable {
    private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&";

    private MarkdownTable() {}

    /** The text of a table. */
    public static String of(Grid grid) {
        StringBuilder out = new StringBuilder();
        line(out, grid.header().stream().map(MarkdownTable::escape).toList());
        line(out, grid.header().stream().map(_ -> "---").toList());
        for (List<Grid.Cell> row : grid.rows()) {
            line(out, row.stream().map(MarkdownTable::cell).toList());
        }
        return out.toString();
    }

    private static String cell(Grid.Cell cell) {
        String text = escape(cell.text());
        return cell.marked() && !text.isBlank() ? "**" + text + "**" : text;
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Backslash escapes are understood before all ASCII punctuation (CommonMark, section 2.4); a line break becomes a space. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0 && (c != '_' || !isInsideWord(text))) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
        });
        return escaped.toString();
    }

    /** An underscore between letters or digits emphasises nothing (CommonMark, section 6.2), and names read better without backslashes. */
    private static boolean isInsideWord(String text) {
        return text.matches("[\\p{Alnum}_]*") && !text.startsWith("_") && !text.endsWith("_");
    }
}
