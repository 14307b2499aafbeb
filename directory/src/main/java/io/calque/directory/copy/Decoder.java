package io.calque.directory.copy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Reads what {@link Encoder} wrote. Whatever else it is given is found damaged, never more memory taken than there are bytes. */
final class Decoder {
    private static final int CHUNK = 1 << 20;
    /** A person of 64 MiB is no person. */
    private static final int LONGEST = 1 << 26;

    private final InputStream in;
    private final CRC32C sum = new CRC32C();
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int filled;
    private int position;
    private int limit;

    Decoder(InputStream in) {
        this.in = in;
    }

    /** Begins the next frame; false at the end of the stream, whose checksum has then been compared. */
    boolean next() throws IOException, DamagedCopyException {
        if (position != limit) {
            throw new DamagedCopyException("a record is longer than what it holds");
        }
        start = limit;
        int size = 0;
        int prefix = 0;
        byte b;
        do {
            need(prefix + 1);
            b = buffer[start + prefix];
            size |= (b & 0x7F) << (7 * prefix++);
        } while (b < 0 && prefix < 5);
        if (b < 0 || size < 0 || size > LONGEST) {
            throw new DamagedCopyException("a record is too long");
        }
        need(prefix + size);
        sum.update(buffer, start, prefix + size);
        position = start + prefix;
        limit = position + size;
        if (size == 0) {
            finish();
            return false;
        }
        return true;
    }

    long number() throws DamagedCopyException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            check(1);
            byte b = buffer[position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new DamagedCopyException("a number is too long");
    }

    /** A number of things that each take at least a byte. */
    int count() throws DamagedCopyException {
        long value = number();
        if (value < 0 || value > limit - position) {
            throw new DamagedCopyException("a record says that it holds more than it does");
        }
        return (int) value;
    }

    /** An index into something of that size. */
    int index(int size) throws DamagedCopyException {
        long value = number();
        if (value < 0 || value >= size) {
            throw new DamagedCopyException("a record points outside");
        }
        return (int) value;
    }

    long fixed() throws DamagedCopyException {
        check(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (buffer[position++] & 0xFF);
        }
        return value;
    }

    String text() throws DamagedCopyException {
        int length = count();
        String value = new String(buffer, position, length, StandardCharsets.UTF_8);
        position += length;
        return value;
    }

    void skipText() throws DamagedCopyException {
        int length = count();
        position += length;
    }

    /** Where the frame is being read, for {@link #since}; good until the next frame. */
    int position() {
        return position;
    }

    /** The bytes of the frame from a position to where it is being read. */
    byte[] since(int begin) {
        return Arrays.copyOfRange(buffer, begin, position);
    }

    /** How many bytes of the frame are left. */
    int rest() {
        return limit - position;
    }

    /** Leaves out the rest of the frame. */
    void skip() {
        position = limit;
    }

    private void finish() throws IOException, DamagedCopyException {
        start = limit;
        need(8);
        position = start;
        limit = start + 8;
        if (fixed() != sum.getValue()) {
            throw new DamagedCopyException("the checksum does not fit");
        }
    }

    private void check(int bytes) throws DamagedCopyException {
        if (limit - position < bytes) {
            throw new DamagedCopyException("a record is shorter than what it should hold");
        }
    }

    /** Makes sure that so many bytes from {@code start} are there; moves them to the front of the buffer when it must. */
    private void need(int bytes) throws IOException, DamagedCopyException {
        while (filled - start < bytes) {
            if (buffer.length - start < bytes || start > CHUNK / 2) {
                shift();
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int read;
            try {
                read = in.read(buffer, filled, buffer.length - filled);
            } catch (EOFException e) {
                read = -1;
            }
            if (read < 0) {
                throw new DamagedCopyException("it ends too early");
            }
            filled += read;
        }
    }

    private void shift() {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
    }
}
