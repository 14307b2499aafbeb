package io.calque.plan;

import io.calque.catalogue.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what the workspace says and what the server holds.
 *
 * @param subject who or what differs, as the server names it
 * @param type the policy type; for accounts {@code enterpriseVoice} or {@code line}
 * @param setting the setting of a policy; null where the difference is about the policy or a person
 * @param desired what the workspace says, as the product writes it; null for nothing
 * @param observed what the server holds; null for nothing
 */
public record DriftItem(
        String subject,
        String type,
        @Nullable String setting,
        @Nullable String desired,
        @Nullable String observed) {

    /** What a difference is about. */
    private record Topic(
            String subject, String type, @Nullable String setting) {}

    /**
     * The differences that steps would mend, in the order of the first step about each. A number that changes hands takes two steps,
     * one to give up the old and one to take the new; for whoever looks it is one difference.
     */
    public static List<DriftItem> of(List<Step> steps) {
        Map<Topic, DriftItem> items = new LinkedHashMap<>();
        steps.stream()
                .flatMap(DriftItem::of)
                .forEach(item -> items.merge(
                        new Topic(item.subject, item.type, item.setting),
                        item,
                        (first, last) ->
                                new DriftItem(first.subject, first.type, first.setting, last.desired, first.observed)));
        return List.copyOf(items.values());
    }

    /** The differences that a step would mend: one, but for a policy's settings one each. */
    private static Stream<DriftItem> of(Step step) {
        Change change = Change.of(step);
        return switch (step) {
            case Step.CreatePolicy _ ->
                Stream.of(new DriftItem(step.subject(), change.aspect(), null, "declared", null));
            case Step.RemovePolicy _ -> Stream.of(new DriftItem(step.subject(), change.aspect(), null, null, "there"));
            case Step.SetPolicy set ->
                set.after().entrySet().stream()
                        .map(entry -> new DriftItem(
                                step.subject(),
                                change.aspect(),
                                entry.getKey(),
                                entry.getValue().print(),
                                value(set.before(), entry.getKey())));
            case Step.OfUser _ ->
                Stream.of(new DriftItem(
                        step.subject(), change.aspect(), null, print(change.after()), print(change.before())));
        };
    }

    private static @Nullable String print(Side side) {
        return side instanceof Side.Nothing ? null : side.words();
    }

    private static @Nullable String value(Map<String, Value> values, String setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::print).orElse(null);
    }

    /** The type, and the setting where the difference is about one. */
    public String topic() {
        return setting == null ? type : type + " " + setting;
    }
}
