package io.calque.directory.connect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a socket gives, in large pieces where much is to come. A reader who is faster than the server would be put to sleep and woken for
 * each entry, which cost about a quarter of a read's processor time. Not thread-safe.
 */
final class GatheringInput extends FilterInputStream {
    /** A piece worth a call of the operating system. */
    static final int PIECE = 1 << 15;
    /** With less to come than this nothing is waited for: the next question is to follow the end of an answer at once. */
    static final int MUCH = 2 * PIECE;

    private final Runnable pause;
    private int expected;

    /** The same stream; {@code pause} takes well under a millisecond, in which a server that has much to say sends many entries. */
    GatheringInput(InputStream in, Runnable pause) {
        super(in);
        this.pause = pause;
    }

    /** At least so many bytes are thought to be under way; 0 or less where nothing is known. */
    void expect(int bytes) {
        expected = bytes;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (expected > MUCH && in.available() < PIECE) {
            pause.run();
        }
        return in.read(target, from, length);
    }
}
