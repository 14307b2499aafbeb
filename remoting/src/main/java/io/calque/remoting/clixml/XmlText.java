package io.calque.remoting.clixml;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/**
 * Lets through XML as .NET writes it when told not to check characters, as PowerShell tells it: character references to what XML forbids
 * (by number) and the two non-characters themselves become the escapes of {@link Escapes}, which a strict parser takes.
 */
final class XmlText extends Reader {
    private static final int REFERENCE = 12;

    private final Reader source;
    private final char[] chunk = new char[8_192];
    private final StringBuilder ready = new StringBuilder();
    private int at;

    XmlText(Reader source) {
        this.source = source;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (at == ready.length()) {
            int n = source.read(chunk, 0, Math.min(chunk.length, length));
            if (n <= 0) {
                return n;
            }
            if (isPlain(n)) {
                System.arraycopy(chunk, 0, to, offset, n);
                return n;
            }
            translate(n);
        }
        int n = Math.min(length, ready.length() - at);
        ready.getChars(at, at + n, to, offset);
        at += n;
        return n;
    }

    private boolean isPlain(int n) {
        for (int i = 0; i < n; i++) {
            if (chunk[i] == '&' || chunk[i] >= 0xFFFE) {
                return false;
            }
        }
        return true;
    }

    private void translate(int n) throws IOException {
        StringBuilder in = new StringBuilder(n + REFERENCE).append(chunk, 0, n);
        ready.setLength(0);
        at = 0;
        for (int i = 0; i < in.length(); i++) {
            char c = in.charAt(i);
            if (c >= 0xFFFE) {
                escape(c);
            } else if (c == '&') {
                int end = end(in, i);
                int code = code(in, i, end);
                if (code >= 0 && !isAllowed(code)) {
                    escape(code);
                    i = end;
                } else {
                    ready.append(c);
                }
            } else {
                ready.append(c);
            }
        }
    }

    /** Where the reference that begins there ends, reading on when the chunk ends in the middle of one; -1 for none. */
    private int end(StringBuilder in, int start) throws IOException {
        for (int i = start + 1; i < start + REFERENCE; i++) {
            if (i == in.length()) {
                int c = source.read();
                if (c < 0) {
                    return -1;
                }
                in.append((char) c);
            }
            if (in.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    /** The code point of a reference by number; -1 for any other. */
    private static int code(CharSequence in, int start, int end) {
        if (end < start + 3 || in.charAt(start + 1) != '#') {
            return -1;
        }
        boolean hex = in.charAt(start + 2) == 'x';
        try {
            return Integer.parseInt(in, start + (hex ? 3 : 2), end, hex ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }

    private void escape(int code) {
        ready.append(String.format(Locale.ROOT, "_x%04X_", code));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
