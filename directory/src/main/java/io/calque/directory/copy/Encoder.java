package io.calque.directory.copy;

import io.calque.directory.row.PackedBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * Writes numbers and texts as frames: each frame is its length and its bytes, packed as {@link PackedBytes} does it. All that was written is summed up by a checksum. Not thread-safe.
 */
final class Encoder {
    private static final int CHUNK = 1 << 20;
    /** The length of a frame, packed. */
    private static final int LONGEST_SIZE = 5;

    private final OutputStream out;
    private final CRC32C sum = new CRC32C();
    private final PackedBytes frame = new PackedBytes(4096);
    private byte[] waiting = new byte[CHUNK];
    private int filled;

    Encoder(OutputStream out) {
        this.out = out;
    }

    void number(long value) {
        frame.number(value);
    }

    void fixed(long value) {
        frame.fixed(value);
    }

    void text(String value) {
        frame.text(value);
    }

    /** Bytes that are in this form already. */
    void bytes(byte[] bytes) {
        frame.bytes(bytes);
    }

    /** Ends a frame. */
    void end() throws IOException {
        if (CHUNK - filled < LONGEST_SIZE) {
            flush();
        }
        filled = PackedBytes.number(frame.length(), waiting, filled);
        write(frame.raw(), frame.length());
        frame.clear();
    }

    /** Ends the stream with an empty frame and the checksum. */
    void finish() throws IOException {
        end();
        flush();
        fixed(sum.getValue());
        out.write(frame.raw(), 0, frame.length());
        out.flush();
    }

    private void write(byte[] bytes, int count) throws IOException {
        if (CHUNK - filled < count) {
            flush();
        }
        if (count > CHUNK) {
            sum.update(bytes, 0, count);
            out.write(bytes, 0, count);
        } else {
            System.arraycopy(bytes, 0, waiting, filled, count);
            filled += count;
        }
    }

    private void flush() throws IOException {
        sum.update(waiting, 0, filled);
        out.write(waiting, 0, filled);
        filled = 0;
    }
}
