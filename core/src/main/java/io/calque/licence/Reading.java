package io.calque.licence;

import io.calque.source.ResourceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of several readings of a rule on which sources disagree; each profile chooses one for each topic.
 *
 * @param topic what the sources disagree on, {@code second-endpoint}
 * @param choice this reading's name, {@code replaces}
 * @param rule the id of the rule of meeting behaviour
 * @param meaning what it says, in one sentence
 * @param sources who says so
 * @param decides the right whose licence the reading decides, and that licence; null where it decides none
 */
public record Reading(
        String topic,
        String choice,
        String rule,
        String meaning,
        String sources,
        @Nullable Decision decides) {
    private static final List<Reading> ALL = ResourceTable.rows(Reading.class, "readings.csv").stream()
            .map(Reading::read)
            .toList();

    /** Every reading of every topic, in the order of the data file. */
    public static List<Reading> all() {
        return ALL;
    }

    /** The readings of a topic; empty when nobody disagrees on it. */
    public static List<Reading> of(String topic) {
        return ALL.stream().filter(r -> r.topic.equals(topic)).toList();
    }

    /** A reading by topic and choice. */
    public static Optional<Reading> of(String topic, String choice) {
        return of(topic).stream().filter(r -> r.choice.equals(choice)).findFirst();
    }

    /** All topics. */
    public static List<String> topics() {
        return ALL.stream().map(Reading::topic).distinct().toList();
    }

    /** As people write it: {@code second-endpoint: replaces}. */
    @Override
    public String toString() {
        return topic + ": " + choice;
    }

    private static Reading read(Map<String, String> row) {
        String topic = ResourceTable.cell(row, "topic");
        String choice = ResourceTable.cell(row, "choice");
        String right = ResourceTable.cell(row, "right");
        Decision decides = right.isEmpty()
                ? null
                : new Decision(
                        right,
                        Need.parse(ResourceTable.cell(row, "needs")).orElseThrow(),
                        "the reading " + topic + ": " + choice,
                        null);
        return new Reading(
                topic,
                choice,
                ResourceTable.cell(row, "rule"),
                ResourceTable.cell(row, "meaning"),
                ResourceTable.cell(row, "sources"),
                decides);
    }
}
