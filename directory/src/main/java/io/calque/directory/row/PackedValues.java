package io.calque.directory.row;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;

/**
 * The values of a row's attributes as the copy holds them, made into text when they are asked for: of a million people most values never
 * are. Immutable.
 */
public final class PackedValues extends AbstractList<List<String>> {
    private final byte[] bytes;
    private final int[] starts;

    /**
     * Values in the form of the copy.
     *
     * @param bytes for each attribute the number of its values, then each as its length and its UTF-8 bytes
     * @param starts where each attribute begins
     */
    public PackedValues(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /** The bytes that it was made of; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public List<String> get(int index) {
        int[] at = {starts[index]};
        int count = number(at);
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(text(at));
        }
        String[] values = new String[count];
        for (int i = 0; i < count; i++) {
            values[i] = text(at);
        }
        return List.of(values);
    }

    @Override
    public int size() {
        return starts.length;
    }

    private String text(int[] at) {
        int length = number(at);
        String text = new String(bytes, at[0], length, StandardCharsets.UTF_8);
        at[0] += length;
        return text;
    }

    private int number(int[] at) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at[0]++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
