package io.calque.remoting.clixml;

/**
 * The escapes of strings and property names: {@code _xHHHH_} for what XML can't hold. Written as PowerShell writes them, plus the two
 * non-characters U+FFFE and U+FFFF, which a strict XML reader refuses; read as .NET's {@code XmlConvert.DecodeName} reads them
 * (MS-PSRP 2.2.5.3.2).
 */
public final class Escapes {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Escapes() {}

    /** The text with escapes. */
    public static String encode(String text) {
        int first = 0;
        while (first < text.length() && !escaped(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped(text, i)) {
                out.append("_x").append(HEX[c >> 12]).append(HEX[(c >> 8) & 15]);
                out.append(HEX[(c >> 4) & 15]).append(HEX[c & 15]).append('_');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean escaped(String text, int at) {
        char c = text.charAt(at);
        if (c == '_') {
            return at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'x';
        }
        return c < 0x20 || (c >= 0x7F && c <= 0x9F) || Character.isSurrogate(c) || c >= 0xFFFE;
    }

    /** The text without escapes. Whatever only looks like one stays as it is. */
    public static String decode(String text) {
        int at = text.indexOf('_');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int digits = digits(text, at);
            if (digits == 0) {
                at = text.indexOf('_', at + 1);
                continue;
            }
            int end = at + 3 + digits;
            long code = Long.parseLong(text, at + 2, end - 1, 16);
            if (code <= Character.MAX_CODE_POINT) {
                out.append(text, done, at).appendCodePoint((int) code);
                done = end;
            }
            at = text.indexOf('_', end);
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    /** How many hexadecimal digits the escape that begins there has: 4, 8, or 0 for none. */
    private static int digits(String text, int at) {
        if (at + 6 >= text.length() || (text.charAt(at + 1) | 0x20) != 'x' || !hex(text, at + 2, at + 6)) {
            return 0;
        }
        if (text.charAt(at + 6) == '_') {
            return 4;
        }
        return at + 10 < text.length() && hex(text, at + 6, at + 10) && text.charAt(at + 10) == '_' ? 8 : 0;
    }

    private static boolean hex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
