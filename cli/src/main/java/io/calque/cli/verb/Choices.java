package io.calque.cli.verb;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.licence.Entitlement;
import io.calque.licence.Reading;
import io.calque.policy.Licensing;
import io.calque.report.json.JsonObject;

/** What was chosen where the licence rules are not plain: by the profile where sources disagree, by the workspace where it overrides a row. */
final class Choices {
    private final Licensing licensing;

    Choices(Licensing licensing) {
        this.licensing = licensing;
    }

    /** Prints what the workspace decides itself, with its reasons, behind an empty line; nothing where it decides nothing. */
    void printDecided(Terminal terminal) {
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
    void printReadings(Terminal terminal) {
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

    /** Says of one right how sure its licence is, who says so, and which readings it depends on. */
    void write(Entitlement entitlement, JsonObject json) {
        json.put("certainty", entitlement.certainty().word())
                .put("sources", entitlement.sources())
                .put("note", entitlement.note())
                .strings(
                        "readings",
                        licensing.readings(entitlement).stream()
                                .map(Reading::toString)
                                .toList());
    }

    /** Says what the workspace decides itself. */
    void writeDecided(JsonObject json) {
        json.objects(
                "decisions",
                licensing.overridden(),
                (entitlement, d) -> d.put("right", entitlement.right().id())
                        .put("need", entitlement.need().toString())
                        .put("reason", entitlement.sources()));
    }
}
