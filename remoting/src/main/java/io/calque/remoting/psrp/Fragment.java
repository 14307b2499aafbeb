package io.calque.remoting.psrp;

import java.nio.ByteBuffer;

/** The header before each piece of a message: 21 bytes, big-endian (MS-PSRP 2.2.4). */
final class Fragment {
    /** The length of the header in bytes. */
    static final int HEADER = 21;

    private static final int START = 1;
    private static final int END = 2;

    /** What a header says. */
    record Header(long objectId, long fragmentId, boolean start, boolean end, int length) {}

    private Fragment() {}

    static void write(
            ByteBuffer to,
            long objectId,
            long fragmentId,
            boolean start,
            boolean end,
            byte[] blob,
            int from,
            int length) {
        to.putLong(objectId).putLong(fragmentId);
        to.put((byte) ((start ? START : 0) | (end ? END : 0)));
        to.putInt(length).put(blob, from, length);
    }

    static Header read(ByteBuffer from) {
        long objectId = from.getLong();
        long fragmentId = from.getLong();
        int flags = from.get();
        return new Header(objectId, fragmentId, (flags & START) != 0, (flags & END) != 0, from.getInt());
    }
}
