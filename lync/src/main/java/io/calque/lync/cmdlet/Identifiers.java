package io.calque.lync.cmdlet;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.util.Locale;
import java.util.Optional;

/** What no identifier may hold: it would look like another one, or the product would read it as several. */
final class Identifiers {
    private Identifiers() {}

    /** The text, when it can name something. */
    static String checked(String what, String text) {
        if (text.isBlank()) {
            throw bad("the empty text is no " + what);
        }
        text.codePoints().filter(Identifiers::isForbidden).findFirst().ifPresent(point -> {
            throw bad(String.format(
                    Locale.ROOT,
                    "%s '%s' holds the character U+%04X, which no name may hold",
                    what,
                    visible(text),
                    point));
        });
        return text;
    }

    static Fault bad(String message) {
        return new Fault(Finding.of(Code.BAD_IDENTIFIER, message)
                .help("Correct the name where it comes from, or leave that one out; nothing is sent for it"));
    }

    /** The text with what it must not hold made visible. */
    static String visible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(p -> seen.append(isForbidden(p) ? "�" : Character.toString(p)));
        return seen.toString();
    }

    /** Controls, halves of surrogate pairs, the directions that reorder text on the screen, and the byte order mark. */
    private static boolean isForbidden(int point) {
        return Character.isISOControl(point)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0xFEFF;
    }

    /** The rest of a text after a prefix in any case. */
    static Optional<String> after(String prefix, String text) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length())
                ? Optional.of(text.substring(prefix.length()))
                : Optional.empty();
    }
}
