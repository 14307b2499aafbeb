package io.calque.remoting.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON document as a tree for tests; a missing key is an empty node. */
public record Json(@Nullable Object value) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads one document. */
    public static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new Json(read(parser, parser.nextToken()));
        }
    }

    /** The value of a key. */
    public Json at(String key) {
        return new Json(value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    /** The items of a list, or the values of an object. */
    public List<Json> items() {
        return switch (value) {
            case List<?> list -> list.stream().map(Json::new).toList();
            case Map<?, ?> map -> map.values().stream().map(Json::new).toList();
            case null, default -> List.of();
        };
    }

    /** The keys of an object. */
    public List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The first item whose key has a value. */
    public Json find(String key, Object wanted) {
        return items().stream()
                .filter(item -> wanted.equals(item.at(key).value()))
                .findFirst()
                .orElse(new Json(null));
    }

    /** A text, number or truth value as text; the empty text for nothing. */
    public String text() {
        return value == null ? "" : value.toString();
    }

    private static @Nullable Object read(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    map.put(key, read(parser, parser.nextToken()));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    list.add(read(parser, next));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** A text as a JSON string. Every character outside printable ASCII is escaped, so halves of surrogate pairs survive. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
