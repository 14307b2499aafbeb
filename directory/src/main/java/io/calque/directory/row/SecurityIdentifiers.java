package io.calque.directory.row;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Security identifiers as directories hold them (MS-DTYP 2.4.2.2). */
public final class SecurityIdentifiers {
    private static final int NT_AUTHORITY = 5, DOMAIN = 21, BUILTIN = 32;

    private SecurityIdentifiers() {}

    /** Whether it is one of a domain's (S-1-5-21-…) or of the built-in groups (S-1-5-32-…), which mean the same in every session. */
    public static boolean ofDomainOrBuiltin(byte[] sid) {
        return sid.length >= 12
                && sid[7] == NT_AUTHORITY
                && Set.of(DOMAIN, BUILTIN)
                        .contains(ByteBuffer.wrap(sid)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt(8));
    }

    /** The last sub-authority, by which a person names the primary group: four bytes, least significant first; null where there is none. */
    public static @Nullable Long rid(byte @Nullable [] sid) {
        return sid == null || sid.length < 12
                ? null
                : Integer.toUnsignedLong(
                        ByteBuffer.wrap(sid).order(ByteOrder.LITTLE_ENDIAN).getInt(sid.length - 4));
    }
}
