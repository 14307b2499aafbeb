package io.calque.remoting.psrp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** GUIDs as .NET writes their bytes: the first three groups little-endian, the rest as they stand (MS-DTYP 2.3.4.2). */
public final class NetGuid {
    /** How many bytes a GUID takes. */
    public static final int LENGTH = 16;

    /** The GUID of zeros, which stands for none. */
    public static final UUID ZERO = new UUID(0, 0);

    private NetGuid() {}

    /** Writes a GUID at the buffer's position. */
    public static void write(UUID guid, ByteBuffer to) {
        long high = guid.getMostSignificantBits();
        ByteOrder order = to.order();
        to.order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(guid.getLeastSignificantBits())
                .order(order);
    }

    /** Reads a GUID at the buffer's position. */
    public static UUID read(ByteBuffer from) {
        ByteOrder order = from.order();
        from.order(ByteOrder.LITTLE_ENDIAN);
        long first = from.getInt() & 0xFFFF_FFFFL;
        long second = from.getShort() & 0xFFFFL;
        long third = from.getShort() & 0xFFFFL;
        long low = from.order(ByteOrder.BIG_ENDIAN).getLong();
        from.order(order);
        return new UUID((first << 32) | (second << 16) | third, low);
    }
}
