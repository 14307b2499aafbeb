package io.calque.directory.row;

import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * The identity of a directory object: it stays when the object is renamed or moved. The 16 bytes of {@code objectGUID}, in their order.
 *
 * @param high the first eight bytes, most significant first
 * @param low the last eight bytes
 */
public record Guid(long high, long low) implements Comparable<Guid> {
    private static final Comparator<Guid> ORDER =
            Comparator.<Guid>comparingLong(g -> g.high).thenComparingLong(g -> g.low);

    /** From the attribute's value. */
    public static Guid of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("an objectGUID has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Guid(buffer.getLong(), buffer.getLong());
    }

    /** The attribute's value. */
    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Guid other) {
        return ORDER.compare(this, other);
    }
}
