package io.calque.lync.code;

import java.util.Optional;

/**
 * How PowerShell's tokenizer reads a single-quoted string, written from its description and apart from the writer (ScanStringLiteral): any
 * of five characters opens it; inside, any of them followed by any of them stands for the second; any of them alone ends it.
 */
final class StringReader {
    private static final String QUOTES = "'\u2018\u2019\u201A\u201B";

    private StringReader() {}

    /** The value, when the whole text is one string. */
    static Optional<String> read(String source) {
        if (source.isEmpty() || QUOTES.indexOf(source.charAt(0)) < 0) {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        int at = 1;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (QUOTES.indexOf(c) < 0) {
                value.append(c);
                at++;
            } else if (at + 1 < source.length() && QUOTES.indexOf(source.charAt(at + 1)) >= 0) {
                value.append(source.charAt(at + 1));
                at += 2;
            } else {
                return at + 1 == source.length() ? Optional.of(value.toString()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
