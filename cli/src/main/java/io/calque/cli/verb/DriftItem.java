package io.calque.cli.verb;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.cli.json.JsonObject;
import io.calque.plan.Step;
import io.calque.policy.Identity;
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
record DriftItem(
        String subject,
        String type,
        @Nullable String setting,
        @Nullable String desired,
        @Nullable String observed) {

    private static final String VOICE = "enterpriseVoice";

    /** The differences that a step would mend: one, but for a policy's settings one each. */
    static Stream<DriftItem> of(Step step) {
        return switch (step) {
            case Step.CreatePolicy create ->
                Stream.of(new DriftItem(step.subject(), create.type().id(), null, "declared", null));
            case Step.RemovePolicy remove ->
                Stream.of(new DriftItem(step.subject(), remove.type().id(), null, null, "there"));
            case Step.SetPolicy set ->
                set.after().entrySet().stream()
                        .map(entry -> new DriftItem(
                                step.subject(),
                                set.type().id(),
                                entry.getKey(),
                                entry.getValue().print(),
                                value(set.before(), entry.getKey())));
            case Step.Grant grant -> Stream.of(granted(step, grant.type(), grant.after(), grant.before()));
            case Step.Revoke revoke -> Stream.of(granted(step, revoke.type(), null, revoke.before()));
            case Step.EnableVoice _ -> Stream.of(new DriftItem(step.subject(), VOICE, null, "True", "False"));
            case Step.DisableVoice _ -> Stream.of(new DriftItem(step.subject(), VOICE, null, "False", "True"));
            case Step.SetLine line ->
                Stream.of(new DriftItem(step.subject(), "line", null, line.after(), line.before()));
        };
    }

    private static DriftItem granted(
            Step step, PolicyType type, Identity.@Nullable Tag desired, Identity.@Nullable Tag observed) {
        return new DriftItem(step.subject(), type.id(), null, print(desired), print(observed));
    }

    private static @Nullable String print(Identity.@Nullable Tag tag) {
        return tag == null ? null : tag.print();
    }

    private static @Nullable String value(Map<String, Value> values, String setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::print).orElse(null);
    }

    /** The type, and the setting where the difference is about one. */
    String topic() {
        return setting == null ? type : type + " " + setting;
    }

    /** Nothing, in words. */
    static String words(@Nullable String value) {
        return value == null ? "(none)" : value;
    }

    /** The item in the shape that scripts rely on. */
    static void json(DriftItem item, JsonObject json) {
        json.put("subject", item.subject).put("type", item.type);
        if (item.setting != null) {
            json.put("setting", item.setting);
        }
        json.put("desired", item.desired).put("observed", item.observed);
    }
}
