package io.calque.meeting;

import io.calque.licence.Certainty;
import io.calque.source.ResourceTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A rule of what sessions do.
 *
 * @param id the stable id, {@code A1}
 * @param statement what it says
 * @param certainty how sure that is
 * @param sources who says so
 */
public record Rule(String id, String statement, Certainty certainty, String sources) {
    private static final List<Rule> ALL =
            ResourceTable.rows(Rule.class, "rules.csv").stream().map(Rule::read).toList();

    /** All rules, in the order of the data file. */
    public static List<Rule> all() {
        return ALL;
    }

    /** A rule by its id. */
    public static Optional<Rule> of(String id) {
        return ALL.stream().filter(rule -> rule.id.equals(id)).findFirst();
    }

    private static Rule read(Map<String, String> row) {
        return new Rule(
                ResourceTable.cell(row, "rule"),
                ResourceTable.cell(row, "statement"),
                Certainty.valueOf(ResourceTable.cell(row, "certainty").toUpperCase(Locale.ROOT)),
                ResourceTable.cell(row, "sources"));
    }
}
