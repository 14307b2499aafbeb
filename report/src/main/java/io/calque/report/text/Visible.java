package io.calque.report.text;

/**
 * Text from outside, made safe for a terminal. Names come from directories and files that others write: an escape sequence in one
 * must not move the cursor, and a reversed word must not show another name than the one that will be changed.
 */
public final class Visible {
    private Visible() {}

    /** The text with every control and direction character written out, as in {@code \u001b}. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHarmful(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    /** Whether a character controls a terminal or the direction of what follows, or can't be seen at all. */
    public static boolean isHarmful(char c) {
        return c < ' ' || (c >= 0x7f && c < 0xa0) || isDirection(c) || c == 0xfeff || c == 0x2028 || c == 0x2029;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmful(c)) {
                safe.append(escape(c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /** The character written out, as JSON writes it too. */
    public static String escape(char c) {
        return String.format("\\u%04x", (int) c);
    }

    /** The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9, section 2). */
    private static boolean isDirection(char c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    }
}
