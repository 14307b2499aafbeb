package io.calque.state;

import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values of settings in JSON: flags and numbers as themselves, lists as arrays. The one place that knows this form. */
public final class ValueJson {
    private ValueJson() {}

    /** Writes a value where the generator stands. */
    public static void write(Value value, JsonGenerator json) {
        switch (value) {
            case Value.Flag(boolean on) -> json.writeBoolean(on);
            case Value.Int(long number) -> json.writeNumber(number);
            case Value.Text(String text) -> json.writeString(text);
            case Value.Texts(var items) -> {
                json.writeStartArray();
                items.forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    /** Writes settings with their values as one object. */
    public static void write(Map<String, Value> settings, JsonGenerator json) {
        json.writeStartObject();
        settings.forEach((name, value) -> {
            json.writeName(name);
            write(value, json);
        });
        json.writeEndObject();
    }

    /**
     * Reads the value at which the parser stands, which must not be null. A text is taken as it is, whatever a workspace may declare:
     * servers hold descriptions of several lines.
     */
    public static SettingType.Reading read(Setting setting, JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return setting.shape().observed(json.getValueAsString(""));
        }
        List<String> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(json.getValueAsString(""));
        }
        return setting.shape() instanceof SettingType.FreeTexts texts
                ? texts.of(items)
                : new SettingType.Reading.Bad("takes " + setting.shape().words() + ", not a list", null, false);
    }
}
