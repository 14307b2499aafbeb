package io.calque.people;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes two spellings of one name equal as Active Directory does: without regard to case, in any script; accents count. Composed
 * and decomposed characters are the same.
 */
public final class Fold {
    private static final char FIRST_COMBINING = '\u0300';

    private Fold() {}

    /** A name folded for comparing; null and blank stay null. */
    public static @Nullable String text(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return isPlain(lower) || Normalizer.isNormalized(lower, Normalizer.Form.NFC)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFC);
    }

    /** Whether a part of a text is its own folded form for certain: ASCII that can be seen, without capitals. */
    static boolean isFolded(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return start < end;
    }

    /** No character before the first combining one changes by composition (Unicode Standard Annex 15, NFC_Quick_Check). */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    /** A SIP address folded for comparing, with or without {@code sip:} before it. */
    public static @Nullable String sip(@Nullable String address) {
        String folded = text(address);
        return folded == null || folded.startsWith("sip:") ? folded : "sip:" + folded;
    }

    /** A distinguished name folded for comparing: blanks around its separators do not count (RFC 4514 section 2.4 allows none). */
    public static @Nullable String distinguishedName(@Nullable String name) {
        String folded = text(name);
        return folded == null || folded.indexOf(' ') < 0
                ? folded
                : folded.replaceAll("(?<!\\\\), +", ",").replaceAll(" *= *", "=");
    }
}
