package io.calque.source;

import io.calque.diagnostic.Place;
import java.util.List;

/** A value of a YAML document with its place. Immutable. Nesting is bounded, so that trees may be walked by recursion. */
public sealed interface Node {
    /** Where it begins. */
    Place place();

    /** What people call its kind, for messages. */
    default String kind() {
        return switch (this) {
            case Scalar scalar -> scalar.isNull() ? "nothing" : "a single value";
            case Sequence _ -> "a list";
            case Mapping _ -> "a map";
        };
    }

    /**
     * A single value.
     *
     * @param text the value's text, without quotes
     * @param plain whether it stood without quotes, so that {@code null} and {@code ~} mean nothing
     */
    record Scalar(String text, boolean plain, Place place) implements Node {
        /** Whether this is YAML's null: empty, {@code ~} or {@code null} without quotes. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Place place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A map, its entries in file order; keys are single values and differ. */
    record Mapping(List<Entry> entries, Place place) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** One key with its value. */
    record Entry(Scalar key, Node value) {}
}
