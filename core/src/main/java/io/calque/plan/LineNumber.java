package io.calque.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes line URIs of telephone numbers as directories hold them: {@code tel:} and E.164, an extension as {@code ;ext=} (the
 * product's planning guide; RFC 3966 section 3).
 */
public final class LineNumber {
    private static final Pattern NUMBER = Pattern.compile(
            "(?:tel:)?\\s*\\+(?<digits>[0-9][0-9 ().\\-/\u00A0]{3,30}?)"
                    + "(?:\\s*(?:;\\s*ext=|ext\\.?|x|Durchwahl|DW)\\s*(?<ext>[0-9]{1,15}))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");

    private LineNumber() {}

    /**
     * The line URI of a number that begins with {@code +} and the country's code; a trunk zero in brackets, {@code (0)}, is left
     * out. Empty when the text is no such number: nothing is guessed.
     */
    public static Optional<String> uri(String text) {
        String number = text.strip();
        if (isBare(number)) {
            return Optional.of("tel:" + number);
        }
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits =
                NO_DIGIT.matcher(matcher.group("digits").replace("(0)", "")).replaceAll("");
        if (digits.length() < 4 || digits.length() > 15) {
            return Optional.empty();
        }
        String extension = matcher.group("ext");
        return Optional.of("tel:+" + digits + (extension == null ? "" : ";ext=" + extension));
    }

    /** Whether it is E.164 already, {@code +} and digits alone, as most directories hold them. */
    private static boolean isBare(String number) {
        if (number.length() < 6 || number.length() > 16 || number.charAt(0) != '+') {
            return false;
        }
        for (int i = 1; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
