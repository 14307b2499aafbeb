package io.calque.directory.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks elements in BER (X.690) of the kind that LDAP uses: tags of one byte, definite lengths (RFC 4511, 5.1). It never looks beyond the
 * bytes that it was given. Not thread-safe.
 */
public final class Ber {
    /** Tags of X.690. */
    public static final int INTEGER = 0x02, OCTETS = 0x04, SEQUENCE = 0x30, SET = 0x31;

    private static final int LONG_FORM = 0x80;
    private static final int LENGTH_BYTES = 4;

    private final byte[] bytes;
    private final int end;
    private int position;

    /** The bytes from one index up to, without, another. */
    public Ber(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    /** Where the next element or content starts. */
    public int position() {
        return position;
    }

    /** Goes to a position that was seen before, or to the end of an element. */
    public void position(int to) {
        position = to;
    }

    /** The next element's tag. */
    public int tag() {
        if (position >= end) {
            throw new MalformedAnswerException("an element is missing");
        }
        return bytes[position] & 0xFF;
    }

    /**
     * Steps into the next element, whatever its tag.
     *
     * @return where its content ends
     */
    public int open() {
        int size = size(bytes, position, end);
        if (size < 0 || size > end - position) {
            throw new MalformedAnswerException("an element is longer than what it lies in");
        }
        int whole = position + size;
        position += 2 + (bytes[position + 1] < 0 ? bytes[position + 1] & 0x7F : 0);
        return whole;
    }

    /** Steps into the next element, which has this tag. */
    public int open(int tag) {
        if (tag() != tag) {
            throw new MalformedAnswerException("there is an element of kind " + tag() + " in place of " + tag);
        }
        return open();
    }

    /**
     * Steps out of an element at its end, whatever of it was not looked at.
     *
     * @throws MalformedAnswerException when something in it reached further than itself
     */
    public void close(int last) {
        if (position > last) {
            throw new MalformedAnswerException("an element is longer than what it lies in");
        }
        position = last;
    }

    /** Steps over the next element. */
    public void skip() {
        position = open();
    }

    /** The next element, UTF-8 in octets, as text. */
    public String text() {
        int last = open(OCTETS);
        String text = new String(bytes, position, last - position, StandardCharsets.UTF_8);
        position = last;
        return text;
    }

    /** What is left before an end, copied to an index of a target. */
    public void copy(int last, byte[] target, int at) {
        System.arraycopy(bytes, position, target, at, last - position);
        position = last;
    }

    /** Whether what is left before an end is just that. */
    public boolean is(byte[] expected, int last) {
        return Arrays.equals(bytes, position, last, expected, 0, expected.length);
    }

    /** Whether what is left before an end begins like that, which is ASCII in lower case; the case of what is here does not matter. */
    public boolean begins(byte[] lower, int last) {
        if (last - position < lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            int c = bytes[position + i];
            if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    /** The next element, an integer of at most four bytes. */
    public int number() {
        int last = open(INTEGER);
        if (last == position || last - position > Integer.BYTES) {
            throw new MalformedAnswerException("a number has " + (last - position) + " bytes");
        }
        int value = bytes[position++];
        while (position < last) {
            value = (value << 8) | (bytes[position++] & 0xFF);
        }
        return value;
    }

    /**
     * How many bytes an element takes, its head included; -1 when not enough of the head is there to tell.
     *
     * @throws MalformedAnswerException when it is of no kind that LDAP uses, or larger than any message
     */
    static int size(byte[] bytes, int from, int to) {
        if (to - from < 2) {
            return -1;
        }
        int first = bytes[from + 1];
        if (first >= 0) {
            return 2 + first;
        }
        int count = first & ~LONG_FORM & 0xFF;
        if (count == 0 || count > LENGTH_BYTES) {
            throw new MalformedAnswerException("a length is given in " + count + " bytes");
        }
        if (to - from < 2 + count) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | (bytes[from + 2 + i] & 0xFF);
        }
        if (length > Page.LARGEST) {
            throw new MalformedAnswerException("a message has " + length + " bytes");
        }
        return (int) length + 2 + count;
    }
}
