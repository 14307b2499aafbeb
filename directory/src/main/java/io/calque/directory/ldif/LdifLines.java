package io.calque.directory.ldif;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an LDIF file for the record reader. It counts them, and refuses values that are to be fetched from elsewhere
 * ({@code attribute:< URL}, RFC 2849): a list of people has no business to make this machine open other files.
 */
final class LdifLines extends BufferedReader {
    private long line;
    private long record;
    private boolean between = true;
    /** The beginning of a value specification that folding has cut before it could be judged; empty when there is none. */
    private String undecided = "";

    LdifLines(Reader in) {
        super(in, 1 << 16);
    }

    /** A value is to be fetched from elsewhere. */
    static final class ForeignValueException extends IOException {
        private static final long serialVersionUID = 1L;

        private final long line;

        ForeignValueException(long line) {
            super("a value is to be fetched from a URL (:<), which Calque does not do");
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** The line where the record that was read last begins. */
    long recordLine() {
        return record;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        String text = super.readLine();
        if (text == null) {
            return null;
        }
        line++;
        if (text.isEmpty()) {
            between = true;
            undecided = "";
            return text;
        }
        if (between && text.charAt(0) != '#') {
            between = false;
            record = line;
        }
        judge(text);
        return text;
    }

    private void judge(String text) throws IOException {
        boolean folded = text.charAt(0) == ' ';
        if (folded && undecided.isEmpty()) {
            return;
        }
        String start = folded ? undecided + text.substring(1) : text;
        int colon = start.indexOf(':');
        if (start.charAt(0) == '#') {
            undecided = "";
        } else if (colon < 0 || colon == start.length() - 1) {
            undecided = start;
        } else if (start.charAt(colon + 1) == '<') {
            throw new ForeignValueException(line);
        } else {
            undecided = "";
        }
    }
}
