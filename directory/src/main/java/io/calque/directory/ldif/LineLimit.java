package io.calque.directory.ldif;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes text on and refuses lines that no export has: what is no text would otherwise be gathered into one line until memory ends. */
final class LineLimit extends FilterReader {
    /** Room for a photograph of the largest size that the directory takes, unfolded in base64. */
    static final int LONGEST = 1 << 25;

    private int length;

    LineLimit(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        for (int i = offset; i < offset + read; i++) {
            length = buffer[i] == '\n' || buffer[i] == '\r' ? 0 : length + 1;
        }
        if (length > LONGEST) {
            throw new IOException("a line is longer than " + (LONGEST >> 20) + " million characters");
        }
        return read;
    }
}
