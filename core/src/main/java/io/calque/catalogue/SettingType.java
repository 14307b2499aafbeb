package io.calque.catalogue;

import io.calque.source.NearMiss;
import io.calque.source.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What values a setting takes. */
public sealed interface SettingType {
    /** A value read from a text, or what is wrong with the text. */
    Reading read(String text);

    /** Reads a value that a server holds, which may be one that no workspace may declare. */
    default Reading observed(String text) {
        return read(text);
    }

    /** The allowed values in words, for tables and messages. */
    String words();

    /** What came of reading a text. */
    sealed interface Reading {
        /** A good value. */
        record Good(Value value) implements Reading {}

        /**
         * No good value.
         *
         * @param outOfRange whether the text has the right type but lies outside the range or the words allowed
         */
        record Bad(String problem, @Nullable String help, boolean outOfRange) implements Reading {}
    }

    /** {@code True} or {@code False}. */
    record Flags() implements SettingType {
        @Override
        public Reading read(String text) {
            Optional<Boolean> flag = Words.flag(text);
            return flag.isPresent()
                    ? new Reading.Good(new Value.Flag(flag.get()))
                    : new Reading.Bad("takes True or False, not '" + text + "'", null, false);
        }

        @Override
        public String words() {
            return "True, False";
        }
    }

    /** A whole number in a range, both ends included. */
    record Wholes(long least, long most) implements SettingType {
        @Override
        public Reading read(String text) {
            long number;
            try {
                number = Long.parseLong(text.strip());
            } catch (NumberFormatException e) {
                return new Reading.Bad("takes a whole number, not '" + text + "'", null, false);
            }
            if (number < least || number > most) {
                return new Reading.Bad("takes " + words() + ", not " + number, null, true);
            }
            return new Reading.Good(new Value.Int(number));
        }

        @Override
        public String words() {
            return most == Long.MAX_VALUE ? "whole numbers from " + least : "whole numbers " + least + " to " + most;
        }
    }

    /** One of several fixed words. */
    record Choice(List<String> options) implements SettingType {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Reading read(String text) {
            return options.stream()
                    .filter(option -> option.equalsIgnoreCase(text))
                    .findFirst()
                    .<Reading>map(option -> new Reading.Good(new Value.Text(option)))
                    .orElseGet(() -> new Reading.Bad(
                            "takes one of " + words() + ", not '" + text + "'", NearMiss.help(text, options), true));
        }

        @Override
        public String words() {
            return String.join(", ", options);
        }
    }

    /** Any text up to a length in characters. */
    record FreeText(int longest) implements SettingType {
        @Override
        public Reading observed(String text) {
            return new Reading.Good(new Value.Text(text));
        }

        @Override
        public Reading read(String text) {
            if (text.codePoints().anyMatch(Character::isISOControl)) {
                return new Reading.Bad("must not hold control characters", null, true);
            }
            return text.length() > longest
                    ? new Reading.Bad("takes at most " + longest + " characters, not " + text.length(), null, true)
                    : new Reading.Good(new Value.Text(text));
        }

        @Override
        public String words() {
            return "text";
        }
    }

    /** A list of texts, written with {@code ;} between them where only one text fits. */
    record FreeTexts() implements SettingType {
        @Override
        public Reading read(String text) {
            return of(text.isBlank() ? List.of() : List.of(text.split(";")));
        }

        /** A list from its items, stripped. */
        public Reading of(List<String> items) {
            return new Reading.Good(
                    new Value.Texts(items.stream().map(String::strip).toList()));
        }

        @Override
        public String words() {
            return "list of texts";
        }
    }
}
