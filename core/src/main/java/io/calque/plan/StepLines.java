package io.calque.plan;

import io.calque.catalogue.Value;
import io.calque.policy.Identity;
import io.calque.state.ValueJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one step as one JSON object, always with the same bytes. */
final class StepLines {
    private StepLines() {}

    static void write(long id, Step step, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeStringProperty("kind", step.kind().word());
        json.writeStringProperty("subject", step.subject());
        switch (step) {
            case Step.CreatePolicy(var policy, var _) -> {
                json.writeStringProperty("type", policy.type().id());
                json.writeNullProperty("before");
                settings(json, "after", policy.settings());
            }
            case Step.SetPolicy set -> {
                json.writeStringProperty("type", set.type().id());
                settings(json, "before", set.before());
                settings(json, "after", set.after());
            }
            case Step.RemovePolicy(var policy, var _) -> {
                json.writeStringProperty("type", policy.type().id());
                settings(json, "before", policy.settings());
                json.writeNullProperty("after");
            }
            case Step.Grant grant -> change(json, grant.type().id(), print(grant.before()), print(grant.after()));
            case Step.Revoke revoke -> change(json, revoke.type().id(), print(revoke.before()), null);
            case Step.EnableVoice _ -> voice(json, false, true);
            case Step.DisableVoice _ -> voice(json, true, false);
            case Step.SetLine line -> change(json, "line", line.before(), line.after());
        }
        json.writeStringProperty("because", step.because());
        json.writeEndObject();
    }

    private static void voice(JsonGenerator json, boolean before, boolean after) {
        json.writeStringProperty("type", "enterpriseVoice");
        json.writeBooleanProperty("before", before);
        json.writeBooleanProperty("after", after);
    }

    private static void change(JsonGenerator json, String type, @Nullable String before, @Nullable String after) {
        json.writeStringProperty("type", type);
        text(json, "before", before);
        text(json, "after", after);
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static @Nullable String print(Identity.@Nullable Tag tag) {
        return tag == null ? null : tag.print();
    }

    private static void settings(JsonGenerator json, String name, Map<String, Value> settings) {
        json.writeName(name);
        ValueJson.write(settings, json);
    }
}
