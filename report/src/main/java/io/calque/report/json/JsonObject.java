package io.calque.report.json;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A JSON object while it is being written: members come out in the order in which they are put. Valid only inside its callback. */
public final class JsonObject {
    private final JsonGenerator generator;

    JsonObject(JsonGenerator generator) {
        this.generator = generator;
    }

    /** A string, or null. */
    public JsonObject put(String key, @Nullable String value) {
        generator.writeStringProperty(key, value);
        return this;
    }

    /** A whole number. */
    public JsonObject put(String key, long value) {
        generator.writeNumberProperty(key, value);
        return this;
    }

    /** A whole number, or null where there is none. */
    public JsonObject put(String key, @Nullable Long value) {
        if (value == null) {
            generator.writeNullProperty(key);
        } else {
            generator.writeNumberProperty(key, value.longValue());
        }
        return this;
    }

    /** A decimal number, as in amounts of money. */
    public JsonObject put(String key, BigDecimal value) {
        generator.writeNumberProperty(key, value);
        return this;
    }

    /** A truth. */
    public JsonObject put(String key, boolean value) {
        generator.writeBooleanProperty(key, value);
        return this;
    }

    /** A null. */
    public JsonObject putNull(String key) {
        generator.writeNullProperty(key);
        return this;
    }

    /** An object. */
    public JsonObject object(String key, Consumer<JsonObject> members) {
        generator.writeObjectPropertyStart(key);
        members.accept(this);
        generator.writeEndObject();
        return this;
    }

    /** An array of objects, one for each item. */
    public <T> JsonObject objects(String key, Iterable<T> items, BiConsumer<T, JsonObject> members) {
        generator.writeArrayPropertyStart(key);
        for (T item : items) {
            generator.writeStartObject();
            members.accept(item, this);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }

    /** An array of strings. */
    public JsonObject strings(String key, Iterable<String> items) {
        generator.writeArrayPropertyStart(key);
        items.forEach(generator::writeString);
        generator.writeEndArray();
        return this;
    }
}
