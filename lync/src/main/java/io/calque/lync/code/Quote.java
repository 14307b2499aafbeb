package io.calque.lync.code;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.util.PrimitiveIterator;

/**
 * Single-quoted strings. PowerShell takes any of five characters for a single quote, and any two of them in a row inside a string for one
 * quote (the second), so each is doubled with itself; all else stands for itself between single quotes
 * (about_Quoting_Rules; CodeGeneration.EscapeSingleQuotedStringContent).
 */
public final class Quote {
    private Quote() {}

    /** Whether PowerShell's tokenizer takes the character for a single quote: U+0027, U+2018 to U+201B. */
    public static boolean isSingleQuote(char c) {
        return c == '\'' || (c >= '‘' && c <= '‛');
    }

    /**
     * The literal of a text. Also what stands in a {@code -Filter} expression, which is PowerShell syntax too.
     *
     * @throws Fault when the text holds half a surrogate pair: UTF-8 can't hold it
     */
    public static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 8).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSingleQuote(c)) {
                literal.append(c);
            }
            literal.append(c);
        }
        if (hasLoneSurrogate(text)) {
            throw new Fault(Finding.of(
                            Code.UNWRITABLE_TEXT,
                            "'" + text.replaceAll("[\\ud800-\\udfff]", "?") + "' holds half a surrogate pair")
                    .help("Correct the text where it comes from: it is not valid Unicode, and no file can hold it"));
        }
        return literal.append('\'').toString();
    }

    private static boolean hasLoneSurrogate(String text) {
        PrimitiveIterator.OfInt points = text.codePoints().iterator();
        while (points.hasNext()) {
            int point = points.nextInt();
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return true;
            }
        }
        return false;
    }
}
