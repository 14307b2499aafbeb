package io.calque.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
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

    /**
     * A distinguished name folded for comparing (RFC 4514): blanks around its separators do not count, nor how a character is escaped. A
     * text that is not a distinguished name is folded as any other.
     */
    public static @Nullable String distinguishedName(@Nullable String name) {
        String folded = text(name);
        if (folded == null) {
            return null;
        }
        if (folded.indexOf('\\') >= 0 || folded.indexOf('"') >= 0) {
            return unescaped(folded);
        }
        return folded.indexOf(' ') < 0 ? folded : folded.replaceAll(", +", ",").replaceAll(" *= *", "=");
    }

    /** Every value escaped in the same way, and only where it must be. */
    private static String unescaped(String name) {
        try {
            List<Rdn> parts = new LdapName(name).getRdns();
            return parts.reversed().stream()
                    .map(part -> part.size() == 1 ? part.getType() + "=" + value(part) : part.toString())
                    .collect(Collectors.joining(","));
        } catch (InvalidNameException e) {
            return name;
        }
    }

    private static String value(Rdn part) {
        String value = String.valueOf(text(part.getValue().toString()));
        return Rdn.escapeValue(value).replace("\\=", "=");
    }
}
