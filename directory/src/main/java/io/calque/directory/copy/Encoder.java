package io.calque.directory.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes numbers and texts as frames: each frame is its length and its bytes. A number takes seven bits a byte, lowest first; a text
 * is its length and its UTF-8 bytes. All that was written is summed up by a checksum. Not thread-safe.
 */
final class Encoder {
    private static final int CHUNK = 1 << 20;

    private final OutputStream out;
    private final CRC32C sum = new CRC32C();
    private byte[] frame = new byte[4096];
    private int length;
    private byte[] waiting = new byte[CHUNK];
    private int filled;

    Encoder(OutputStream out) {
        this.out = out;
    }

    void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            frame[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        frame[length++] = (byte) rest;
    }

    void fixed(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            frame[length++] = (byte) (value >>> shift);
        }
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        bytes(bytes);
    }

    /** Bytes that are in this form already. */
    void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, frame, length, bytes.length);
        length += bytes.length;
    }

    /** Ends a frame. */
    void end() throws IOException {
        int size = length;
        int prefix = filled;
        if (CHUNK - filled < 5) {
            flush();
            prefix = 0;
        }
        int rest = size;
        while ((rest & ~0x7F) != 0) {
            waiting[prefix++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        waiting[prefix++] = (byte) rest;
        filled = prefix;
        write(frame, size);
        length = 0;
    }

    /** Ends the stream with an empty frame and the checksum. */
    void finish() throws IOException {
        end();
        flush();
        fixed(sum.getValue());
        out.write(frame, 0, length);
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

    private void room(int more) {
        if (frame.length - length < more) {
            frame = Arrays.copyOf(frame, Math.max(frame.length * 2, length + more));
        }
    }
}
