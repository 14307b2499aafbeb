package io.calque.directory.row;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Security identifiers as directories hold them (MS-DTYP 2.4.2.2). */
public final class SecurityIdentifiers {
    private SecurityIdentifiers() {}

    /** The last sub-authority, by which a person names the primary group: four bytes, least significant first; null where there is none. */
    public static @Nullable Long rid(byte @Nullable [] sid) {
        return sid == null || sid.length < 12
                ? null
                : Integer.toUnsignedLong(
                        ByteBuffer.wrap(sid).order(ByteOrder.LITTLE_ENDIAN).getInt(sid.length - 4));
    }
}
