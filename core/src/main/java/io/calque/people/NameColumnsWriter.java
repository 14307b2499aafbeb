package io.calque.people;

import java.util.Arrays;

/**
 * The names of one person, put together from the characters that a reader has at hand, so that no text is made of any of them. Used
 * again for the next person. Not thread-safe.
 */
public final class NameColumnsWriter {
    private static final int MUCH = 1 << 9;

    private char[] characters = new char[MUCH];
    private int used;
    private final int[] starts = new int[NameColumns.COLUMNS];
    private final int[] ends = new int[NameColumns.COLUMNS];

    /** Puts the name of a kind, in the place of an earlier one; {@link IdentifierKind#DOMAIN_AND_SAM} is put as its two parts. */
    public void put(IdentifierKind kind, char[] text, int offset, int length) {
        put(NameColumns.column(kind), text, offset, length);
    }

    /** Puts the domain's name. */
    public void putDomain(char[] text, int offset, int length) {
        put(NameColumns.DOMAIN, text, offset, length);
    }

    /** Whether no name was put, the domain aside. */
    public boolean isEmpty() {
        for (int column = 0; column < NameColumns.COLUMNS; column++) {
            if (column != NameColumns.DOMAIN && starts[column] < ends[column]) {
                return false;
            }
        }
        return true;
    }

    /** Forgets all names. */
    public void clear() {
        used = 0;
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
    }

    /** Adds what was put for a column to a text. */
    void appendTo(StringBuilder text, int column) {
        text.append(characters, starts[column], ends[column] - starts[column]);
    }

    private void put(int column, char[] text, int offset, int length) {
        if (used + length > characters.length) {
            characters = Arrays.copyOf(characters, 2 * (used + length));
        }
        System.arraycopy(text, offset, characters, used, length);
        starts[column] = used;
        used += length;
        ends[column] = used;
    }
}
