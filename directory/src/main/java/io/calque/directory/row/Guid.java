package io.calque.directory.row;

import com.unboundid.ldap.sdk.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

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

    /** The identity that an entry shows; empty where it shows none. */
    public static Optional<Guid> in(Entry entry) {
        byte[] bytes = entry.getAttributeValueBytes(RowReader.GUID);
        return bytes == null || bytes.length != 16 ? Optional.empty() : Optional.of(of(bytes));
    }

    /** An identity for what has none of its own: the same for the same name. */
    public static Guid ofName(String name) {
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Guid(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
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
