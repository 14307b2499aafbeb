package io.calque.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The value of a setting. Immutable; compares by content. */
public sealed interface Value {
    /** The value as the product writes it: {@code True}, {@code 250}, {@code Desktop}; a list with {@code ;} between its items. */
    String print();

    /** Yes or no. */
    record Flag(boolean on) implements Value {
        @Override
        public String print() {
            return on ? "True" : "False";
        }
    }

    /** A whole number. */
    record Int(long number) implements Value {
        @Override
        public String print() {
            return Long.toString(number);
        }
    }

    /** A text or one of several fixed words, then spelt as the catalogue spells it. */
    record Text(String text) implements Value {
        @Override
        public String print() {
            return text;
        }
    }

    /** An ordered list of texts. */
    record Texts(List<String> items) implements Value {
        public Texts {
            items = List.copyOf(items);
        }

        @Override
        public String print() {
            return items.stream().collect(Collectors.joining(";"));
        }
    }
}
