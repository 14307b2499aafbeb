package io.calque.cli.text;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.licence.Entitlement;
import io.calque.licence.Reading;
import io.calque.policy.Licensing;

/** What was chosen where the licence rules are not plain: by the profile where sources disagree, by the workspace where it overrides a row. */
public final class RuleDecisions {
    private final Licensing licensing;

    /** What was decided under these rules. */
    public RuleDecisions(Licensing licensing) {
        this.licensing = licensing;
    }

    /** Prints what the workspace decides itself, with its reasons, behind an empty line; nothing where it decides nothing. */
    public void printDecided(Terminal terminal) {
        TextTable table = TextTable.of("", "", "");
        for (Entitlement entitlement : licensing.overridden()) {
            table.row(
                    "",
                    entitlement.right().label(),
                    "needs " + entitlement.need() + ", because: " + entitlement.sources());
        }
        print("Decided by this workspace:", table, terminal);
    }

    /** Prints the readings on which rights depend, behind an empty line. */
    public void printReadings(Terminal terminal) {
        TextTable table = TextTable.of("", "", "");
        for (Entitlement entitlement : licensing.entitlements()) {
            for (Reading reading : licensing.readings(entitlement)) {
                table.row(
                        "",
                        entitlement.right().label(),
                        reading.meaning() + " (" + reading + "; " + reading.sources() + ")");
            }
        }
        print("Where sources disagree, the profile '" + licensing.profile().name() + "' reads:", table, terminal);
    }

    private static void print(String heading, TextTable table, Terminal terminal) {
        if (!table.isEmpty()) {
            terminal.out().println();
            terminal.out().println(terminal.outInk().bold(heading));
            table.print(terminal.out(), terminal.outInk());
        }
    }
}
