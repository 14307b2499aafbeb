package io.calque.directory.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers and texts packed one after the other: a number takes seven bits a byte, lowest first, a text is its length and its UTF-8 bytes.
 * {@link PackedValues} and the kept copy read what is written here. Not thread-safe.
 */
public final class PackedBytes {
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes;
    private int length;

    /** Room for so many bytes to begin with; it grows. */
    public PackedBytes(int room) {
        this.bytes = new byte[room];
    }

    /** How many bytes are written. */
    public int length() {
        return length;
    }

    /** Forgets what is written. */
    public void clear() {
        length = 0;
    }

    /** What is written; bytes beyond {@link #length} mean nothing, and the next write may change them. */
    public byte[] raw() {
        return bytes;
    }

    /** What is written, as an array of its own. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes a number, negative ones as unsigned. */
    public void number(long value) {
        room(LONGEST_NUMBER);
        length = number(value, bytes, length);
    }

    /** Writes a number into an array at an index; returns the index after it. */
    public static int number(long value, byte[] target, int at) {
        int position = at;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target[position++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        target[position++] = (byte) rest;
        return position;
    }

    /** Writes eight bytes, most significant first. */
    public void fixed(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /** Writes a text. */
    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8);
    }

    /** Writes bytes that are in this form already. */
    public void bytes(byte[] more) {
        System.arraycopy(more, 0, bytes, reserve(more.length), more.length);
    }

    /** Makes room for bytes that the caller puts into {@link #raw}, asked for afterwards; returns the index where they go. */
    public int reserve(int count) {
        room(count);
        int at = length;
        length += count;
        return at;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
