package io.calque.cli.terminal;

import io.calque.report.text.Visible;

/**
 * Text from outside, made safe and measured for a terminal. Names come from directories and files that others write: an escape
 * sequence in one must not move the cursor, and a reversed word must not show another name than the one that will be changed.
 */
public final class Printable {
    /** What no shell takes for anything but itself, besides letters and digits. */
    private static final String PLAIN = "._-/\\:@+,=";
    /** What a shell expands within double quotes, or that would end them. */
    private static final String EXPANDED = "\"$`\\!";

    private Printable() {}

    /** The text with every control and direction character written out, as in {@code \u001b}. */
    public static String of(String text) {
        return Visible.of(text);
    }

    /** The text as one word of a command line that a person may copy: in quotes where a shell would take it apart. */
    public static String argument(String text) {
        String safe = of(text);
        if (!safe.isEmpty() && safe.chars().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
            return safe;
        }
        return safe.chars().anyMatch(c -> EXPANDED.indexOf(c) >= 0)
                ? "'" + safe.replace("'", "'\\''") + "'"
                : '"' + safe + '"';
    }

    /** The number of columns that the text takes: 0 for combining characters, 2 for East Asian wide ones and emoji, else 1. */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += CellWidth.of(c);
            i += Character.charCount(c);
        }
        return width;
    }

    /** The longest beginning of the text that fits the columns, ended by {@code …} where something was left out. */
    public static String clipped(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += CellWidth.of(c);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.append('…').toString();
    }
}
