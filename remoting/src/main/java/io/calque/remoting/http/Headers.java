package io.calque.remoting.http;

import java.util.ArrayList;
import java.util.List;

/** Header fields in their order; names are compared without case (RFC 9110 section 5.1). */
public record Headers(List<Field> fields) {
    /** No field at all. */
    public static final Headers NONE = new Headers(List.of());

    /** One field. Neither part may hold a control character: a value can't smuggle in a line. */
    public record Field(String name, String value) {
        public Field {
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new IllegalArgumentException("not a header name");
            }
            if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F || c > 0xFF)) {
                throw new IllegalArgumentException("header " + name + " holds a character that headers can't carry");
            }
        }
    }

    public Headers {
        fields = List.copyOf(fields);
    }

    /** These fields and one more. */
    public Headers with(String name, String value) {
        var more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }

    /** All values of that name, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** The first value of that name, or the empty text. */
    public String first(String name) {
        var values = all(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Whether a comma-separated list header names that token. */
    public boolean lists(String name, String token) {
        return all(name).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .anyMatch(part -> part.strip().equalsIgnoreCase(token));
    }
}
