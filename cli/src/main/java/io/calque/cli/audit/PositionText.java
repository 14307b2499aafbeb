package io.calque.cli.audit;

import io.calque.audit.Imbalance;
import io.calque.audit.Position;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.cli.text.RuleDecisions;
import io.calque.licence.Licence;
import io.calque.policy.Licensing;
import io.calque.report.text.Amount;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** The licence position for people. */
final class PositionText {
    /** People shown of each kind; CSV and JSON hold all. */
    private static final int MOST = 20;

    private final Terminal terminal;
    private final RuleDecisions choices;
    private final PrintWriter out;
    private final Ink ink;

    PositionText(Terminal terminal, Licensing licensing) {
        this.terminal = terminal;
        this.choices = new RuleDecisions(licensing);
        this.out = terminal.out();
        this.ink = terminal.outInk();
    }

    void print(Position position) {
        TextTable seats = TextTable.of("licence", "owned#", "held#", "needed#", "short#", "to spare#", "cost#");
        position.seats()
                .forEach((licence, seat) -> seats.row(
                        licence.id(),
                        seat.owned().map(Amount::of).orElse("?"),
                        Amount.of(seat.held()),
                        Amount.of(seat.needed()),
                        Amount.of(seat.shortfall()),
                        Amount.of(seat.unused()),
                        seat.shortfallCost().map(Amount::money).orElse("")));
        seats.print(out, ink);
        if (position.online() > 0) {
            out.println(Amount.of(position.online(), "person is", "people are")
                    + " homed online and need no licence here.");
        }
        out.println();
        reasons(position, Licence.ENTERPRISE);
        reasons(position, Licence.PLUS);
        people("given rights beyond the licences they hold", position.excess());
        out.println();
        people("given nothing for a licence that they hold", position.missing());
        choices.printDecided(terminal);
    }

    private void reasons(Position position, Licence licence) {
        Map<String, Long> reasons = position.reasons().getOrDefault(licence, Map.of());
        if (reasons.isEmpty()) {
            return;
        }
        out.println(ink.bold("Why " + licence.id() + " is needed"));
        TextTable table = TextTable.of("people#", "right");
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> table.row(Amount.of(entry.getValue()), entry.getKey()));
        table.print(out, ink);
        out.println();
    }

    private static String example(Imbalance one) {
        List<String> rights = one.rights();
        return rights.isEmpty()
                ? ""
                : rights.getFirst() + (rights.size() == 1 ? "" : " and " + (rights.size() - 1) + " more");
    }

    private static String reason(Imbalance one) {
        return one.grounds().isEmpty() ? one.policy() : one.grounds().getFirst().words();
    }

    private void people(String what, List<Imbalance> people) {
        out.println(ink.bold(Amount.of(people.size(), "person", "people") + " " + what));
        TextTable table = TextTable.of("person", "holds", "is given", "such as", "because");
        for (Imbalance one : people.subList(0, Math.min(MOST, people.size()))) {
            table.row(one.subject(), one.held().toString(), one.needed().toString(), example(one), reason(one));
        }
        if (!table.isEmpty()) {
            table.print(out, ink);
        }
        if (people.size() > MOST) {
            out.println("… and " + Amount.of(people.size() - MOST) + " more; --format csv holds all");
        }
    }
}
