package io.calque.cli.explain;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.explain.ExplainAllReport;
import io.calque.report.text.Amount;
import java.util.List;
import java.util.stream.Collectors;

/** What all users have, for people: in groups, or those who have a right. */
final class ExplainAllText {
    /** Names shown before they are only counted. */
    private static final int MOST = 5;

    private final Terminal terminal;
    private final ExplainAllReport report;

    ExplainAllText(Terminal terminal, ExplainAllReport report) {
        this.terminal = terminal;
        this.report = report;
    }

    void summary() {
        TextTable table = TextTable.of("people#", "conferencing", "voice", "licences", "needs", "beyond", "withheld");
        report.groups()
                .forEach(group -> table.row(
                        Amount.of(group.people()),
                        group.conferencing(),
                        group.voice(),
                        group.licences().toString(),
                        group.needed().toString(),
                        some(group.excess()),
                        some(group.withheld())));
        table.print(terminal.out(), terminal.outInk());
        terminal.out().println();
        terminal.out().println(Amount.of(report.size()) + " people. --format json prints a line for each.");
    }

    void holders(String right) {
        List<ExplainAllReport.Holders> holders = report.holders(right);
        TextTable table = TextTable.of("people#", "through", "who");
        holders.forEach(h -> table.row(Amount.of(h.names().size()), h.through(), some(h.names())));
        if (!table.isEmpty()) {
            table.print(terminal.out(), terminal.outInk());
            terminal.out().println();
        }
        int count = holders.stream().mapToInt(h -> h.names().size()).sum();
        terminal.out().println(Amount.of(count) + " of " + Amount.of(report.size()) + " people have " + right + ".");
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
    }
}
