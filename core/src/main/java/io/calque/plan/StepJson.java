package io.calque.plan;

import io.calque.diagnostic.Fault;
import io.calque.state.ValueJson;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** One step as one JSON object, always with the same bytes; plans and journals hold steps so. */
public final class StepJson {
    // Names as bytes, once: a plan repeats them a million times.
    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString KIND = new SerializedString("kind");
    private static final SerializableString SUBJECT = new SerializedString("subject");
    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString BEFORE = new SerializedString("before");
    private static final SerializableString AFTER = new SerializedString("after");
    private static final SerializableString BECAUSE = new SerializedString("because");

    private StepJson() {}

    /** Writes a step where the generator stands. */
    public static void write(long id, Step step, JsonGenerator json) {
        Change change = Change.of(step);
        json.writeStartObject();
        json.writeName(ID);
        json.writeNumber(id);
        text(KIND, step.kind().word(), json);
        text(SUBJECT, step.subject(), json);
        text(TYPE, change.aspect(), json);
        json.writeName(BEFORE);
        side(change.before(), json);
        json.writeName(AFTER);
        side(change.after(), json);
        text(BECAUSE, step.because(), json);
        json.writeEndObject();
    }

    private static void text(SerializableString name, String value, JsonGenerator json) {
        json.writeName(name);
        json.writeString(value);
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
