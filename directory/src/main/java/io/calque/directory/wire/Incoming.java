package io.calque.directory.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts what a server sends into answers. Not thread-safe. */
public final class Incoming {
    private static final int SIZE = 1 << 16;
    /** Half a megabyte for each entry of a page: more is no answer, and would fill the memory. */
    private static final int MOST = 1 << 29;

    private final int most;

    /** What came behind the last answer; nobody asked for it, but it is not to be lost. */
    private byte[] rest = new byte[0];

    /** For a new connection. */
    public Incoming() {
        this(MOST);
    }

    /** The same where the messages of an answer have at most so many bytes, the last of them aside. */
    Incoming(int most) {
        this.most = most;
    }

    /**
     * All messages of an answer to one search.
     *
     * @param page the entries
     * @param done the message at its end
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Answer(Page page, byte[] done) {}

    /**
     * The answer to the search with this number.
     *
     * @throws IOException when the server goes away before its end
     * @throws MalformedAnswerException when it sends something else
     */
    public Answer next(InputStream in, int id) throws IOException {
        byte[] bytes = Arrays.copyOf(rest, Math.max(SIZE, rest.length));
        int filled = rest.length;
        int start = 0;
        while (true) {
            int size = Ber.size(bytes, start, filled);
            if (size >= 0 && size <= filled - start) {
                int end = start + size;
                if (last(bytes, start, end, id)) {
                    rest = Arrays.copyOfRange(bytes, end, filled);
                    return new Answer(new Page(bytes, start), Arrays.copyOfRange(bytes, start, end));
                }
                start = end;
                continue;
            }
            if (start > most) {
                throw new MalformedAnswerException("an answer has more than " + most + " bytes");
            }
            // By what came, never by what is said to come.
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            int read = in.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            filled += read;
        }
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
