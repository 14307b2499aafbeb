package io.calque.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are UTF-8. It steps over ASCII, which nearly all of a large table is, and decodes what stands between. */
final class Utf8 {
    private static final int CHUNK = 1 << 16;

    /** So many bytes are decoded before ASCII is looked for again. */
    private static final int RUN = 32;

    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer input = ByteBuffer.allocate(CHUNK);
    private final CharBuffer output = CharBuffer.allocate(RUN);

    private Utf8() {}

    /** Whether everything up to the end of a stream is UTF-8. */
    static boolean holds(InputStream in) throws IOException {
        return new Utf8().passes(in);
    }

    private boolean passes(InputStream in) throws IOException {
        while (true) {
            int read = in.read(input.array(), input.position(), input.remaining());
            boolean end = read < 0;
            input.position(input.position() + Math.max(read, 0)).flip();
            if (!passes(end)) {
                return false;
            }
            if (end) {
                return true;
            }
            input.compact();
        }
    }

    /** Leaves a character unread whose bytes are not all there yet. */
    private boolean passes(boolean end) {
        int limit = input.limit();
        while (true) {
            int from = pastAscii(limit);
            int to = Math.min(from + RUN, limit);
            input.limit(to).position(from);
            if (decoder.decode(input, output.clear(), end && to == limit).isError()) {
                return false;
            }
            input.limit(limit);
            if (to == limit) {
                return true;
            }
        }
    }

    private int pastAscii(int limit) {
        int at = input.position();
        while (at + Long.BYTES <= limit && (input.getLong(at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < limit && input.get(at) >= 0) {
            at++;
        }
        return at;
    }
}
