package io.calque.cli.policies;

import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.report.table.Grid;
import io.calque.report.table.Grid.Cell;
import java.util.ArrayList;
import java.util.List;

/** The table of policies on a terminal: names across where they fit, else numbers with a legend. What differs has a star. */
final class PolicyTableText {
    private static final int GAP = 2;
    /** Longer values, which only descriptions have, are cut short here; the other formats hold them whole. */
    private static final int LONGEST = 16;

    private final Terminal terminal;
    private final Grid table;

    PolicyTableText(Terminal terminal, Grid table) {
        this.terminal = terminal;
        this.table = table;
    }

    void print() {
        Ink ink = terminal.outInk();
        terminal.out().println(ink.bold(table.title()));
        if (table.header().size() == 1) {
            terminal.out().println("This workspace declares none.");
            return;
        }
        List<String> names = table.header().subList(1, table.header().size());
        List<String> headings = new ArrayList<>(List.of("setting"));
        if (fits(names)) {
            headings.addAll(names);
        } else {
            for (int i = 0; i < names.size(); i++) {
                headings.add("[" + (i + 1) + "]");
                terminal.out().println("  [" + (i + 1) + "] " + Printable.of(names.get(i)));
            }
        }
        terminal.out().println(ink.faint("* differs from the product's default"));
        terminal.out().println();
        TextTable text = TextTable.of(headings.toArray(String[]::new));
        table.rows().forEach(row -> text.row(cells(row)));
        text.print(terminal.out(), ink);
    }

    private boolean fits(List<String> names) {
        int first = table.rows().stream()
                .mapToInt(row -> row.getFirst().text().length())
                .max()
                .orElse(0);
        return first
                        + names.stream()
                                .mapToInt(name -> GAP + Printable.width(name))
                                .sum()
                <= terminal.width();
    }

    private static List<String> cells(List<Cell> row) {
        List<String> cells = new ArrayList<>(List.of(row.getFirst().text()));
        row.subList(1, row.size()).forEach(cell -> cells.add(cell(cell)));
        return cells;
    }

    private static String cell(Cell cell) {
        String text = Printable.clipped(cell.text(), LONGEST);
        return cell.marked() ? text + "*" : text;
    }
}
