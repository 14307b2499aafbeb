package io.calque.plan;

import io.calque.catalogue.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between the workspace and the server: a plan read as a comparison instead of as work. */
public final class Drift {
    private Drift() {}

    /**
     * One difference.
     *
     * @param subject a policy's identity or a user
     * @param type the aspect: a policy type's id, {@code enterpriseVoice} or {@code line}
     * @param desired what the workspace says
     * @param observed what the server holds
     */
    public record Item(String subject, String type, Side desired, Side observed) {}

    /** The differences, in the order of the plan; several steps about one aspect are one difference. */
    public static List<Item> items(Plan plan) {
        Map<List<String>, Item> items = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            Change change = Change.of(step);
            items.merge(
                    List.of(step.subject(), change.aspect()),
                    new Item(step.subject(), change.aspect(), change.after(), change.before()),
                    (first, last) -> new Item(first.subject(), first.type(), last.desired(), first.observed()));
        }
        return List.copyOf(items.values());
    }

    /** The same with one item a setting where settings of a policy differ, each named by its setting: for tables. */
    public static List<Item> bySetting(Plan plan) {
        List<Item> split = new ArrayList<>();
        for (Item item : items(plan)) {
            if (item.desired() instanceof Side.Settings(var desired)
                    && item.observed() instanceof Side.Settings(var observed)) {
                desired.forEach((name, value) -> split.add(
                        new Item(item.subject(), item.type() + " " + name, text(value), text(observed.get(name)))));
            } else {
                split.add(item);
            }
        }
        return split;
    }

    private static Side text(@Nullable Value value) {
        return Side.of(value == null ? null : value.print());
    }
}
