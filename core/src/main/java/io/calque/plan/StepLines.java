package io.calque.plan;

import io.calque.diagnostic.Fault;
import io.calque.state.ValueJson;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** One step as one JSON object, always with the same bytes; plans and journals hold steps so. */
public final class StepLines {
    private StepLines() {}

    /** Writes a step where the generator stands. */
    public static void write(long id, Step step, JsonGenerator json) {
        Change change = Change.of(step);
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeStringProperty("kind", step.kind().word());
        json.writeStringProperty("subject", step.subject());
        json.writeStringProperty("type", change.aspect());
        json.writeName("before");
        side(change.before(), json);
        json.writeName("after");
        side(change.after(), json);
        json.writeStringProperty("because", step.because());
        json.writeEndObject();
    }

    /**
     * Reads a step from the object at which the parser stands.
     *
     * @param fault makes a fault of what is wrong with the object
     */
    public static NumberedStep read(JsonParser json, Function<String, Fault> fault) {
        return new StepReader(json, fault).read();
    }

    /** Writes a side of a change: null, a text, a flag, or an object of settings. */
    public static void side(Side side, JsonGenerator json) {
        switch (side) {
            case Side.Nothing _ -> json.writeNull();
            case Side.Text(String text) -> json.writeString(text);
            case Side.Flag(boolean on) -> json.writeBoolean(on);
            case Side.Settings(var values) -> ValueJson.write(values, json);
        }
    }
}
