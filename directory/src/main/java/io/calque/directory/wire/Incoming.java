package io.calque.directory.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Cuts what a server sends into answers. Not thread-safe. */
public final class Incoming {
    private static final int SIZE = 1 << 16;
    /** Half a megabyte for each entry of a page: more is no answer, and would fill the memory. */
    private static final int MOST = 1 << 29;

    private final int most;
    private final IntConsumer expecting;
    /** Pages of one read are of a size: two buffers serve them all, so that one page can be worked on while the next one comes. */
    private byte[] bytes = new byte[SIZE];

    private byte[] other = new byte[SIZE];
    private int filled;
    /** Where the last answer ended. What came behind it nobody asked for, but it is not to be lost. */
    private int previous;

    /**
     * All messages of an answer to one search.
     *
     * @param page the entries, good until the next answer but one is read
     * @param done the message at its end
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Answer(Page page, byte[] done) {}

    /**
     * Answers of one read.
     *
     * @param expecting hears before each read how many bytes are still to come if this answer is as long as the last one, and 0 at the end
     */
    public Incoming(IntConsumer expecting) {
        this(expecting, MOST);
    }

    /** The same where the messages of an answer have at most so many bytes, the last of them aside. */
    Incoming(IntConsumer expecting, int most) {
        this.expecting = expecting;
        this.most = most;
    }

    /**
     * The answer to the search with this number.
     *
     * @throws IOException when the server goes away before its end
     * @throws MalformedAnswerException when it sends something else
     */
    public Answer next(InputStream in, int id) throws IOException {
        int length = previous;
        byte[] last = bytes;
        filled -= previous;
        bytes = other.length < filled ? new byte[last.length] : other;
        other = last;
        System.arraycopy(last, previous, bytes, 0, filled);
        previous = 0;
        int start = 0;
        try {
            while (true) {
                int size = Ber.size(bytes, start, filled);
                if (size >= 0 && size <= filled - start) {
                    int end = start + size;
                    if (last(bytes, start, end, id)) {
                        previous = end;
                        return new Answer(new Page(bytes, start), Arrays.copyOfRange(bytes, start, end));
                    }
                    start = end;
                } else if (start > most) {
                    throw new MalformedAnswerException("an answer has more than " + most + " bytes");
                } else {
                    // By what came, never by what is said to come.
                    if (filled == bytes.length) {
                        bytes = Arrays.copyOf(bytes, bytes.length * 2);
                    }
                    expecting.accept(length - filled);
                    fill(in);
                }
            }
        } finally {
            expecting.accept(0);
        }
    }

    private void fill(InputStream in) throws IOException {
        int read = in.read(bytes, filled, bytes.length - filled);
        if (read < 0) {
            throw new EOFException("the connection was closed");
        }
        filled += read;
    }

    private static boolean last(byte[] bytes, int start, int end, int id) {
        Ber ber = new Ber(bytes, start, end);
        ber.open(Ber.SEQUENCE);
        int number = ber.number();
        return switch (ber.tag()) {
            case Page.ENTRY, Page.REFERENCE, Page.INTERMEDIATE, Page.DONE -> {
                if (number != id) {
                    throw new MalformedAnswerException("an answer to request " + number + " in place of " + id);
                }
                yield ber.tag() == Page.DONE;
            }
            // A notice of disconnection (RFC 4511, 4.4.1) is one of them.
            default -> throw new MalformedAnswerException("a message of kind " + ber.tag());
        };
    }
}
