package io.calque.journal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a journal ended when it was last added to. Kept apart from the journal, it shows that entries were cut off at its end, which
 * no chain of hashes can show by itself. A journal may have more entries than its head says: the head is written after them.
 *
 * @param number the last entry
 * @param hash its hash
 */
public record Head(long number, String hash) {
    private static final int DIGITS = 19;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{" + DIGITS + "} [0-9a-f]{64}\n");

    /** The head as the content of a file, always of the same length, so that it is replaced in one write. */
    public byte[] bytes() {
        return (String.format(Locale.ROOT, "%0" + DIGITS + "d", number) + " " + hash + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The head in the content of a file; empty where there is none. */
    public static Optional<Head> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return SHAPE.matcher(text).matches()
                ? Optional.of(new Head(
                        Long.parseLong(text.substring(0, DIGITS)),
                        text.substring(DIGITS + 1).strip()))
                : Optional.empty();
    }
}
