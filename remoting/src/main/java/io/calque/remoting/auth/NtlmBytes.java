package io.calque.remoting.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How NTLM messages lie in memory: little-endian, a signature, and fields that point at the payload (MS-NLMP 2.2). */
final class NtlmBytes {
    static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

    private NtlmBytes() {}

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes length, room and offset of a payload, and the payload itself at the offset; gives the next free offset. */
    static int field(ByteBuffer message, int offset, byte[] payload) {
        message.putShort((short) payload.length)
                .putShort((short) payload.length)
                .putInt(offset);
        message.put(offset, payload);
        return offset + payload.length;
    }

    /** Reads the payload that the field at that position points at. */
    static byte[] field(ByteBuffer message, int position) throws AuthException {
        if (position + 8 > message.limit()) {
            throw damaged();
        }
        var length = Short.toUnsignedInt(message.getShort(position));
        var offset = Integer.toUnsignedLong(message.getInt(position + 4));
        if (offset + length > message.limit()) {
            throw damaged();
        }
        var payload = new byte[length];
        message.get((int) offset, payload);
        return payload;
    }

    /** All bytes of a message, from its beginning to its capacity. */
    static byte[] all(ByteBuffer message) {
        var bytes = new byte[message.capacity()];
        message.get(0, bytes);
        return bytes;
    }

    static AuthException damaged() {
        return new AuthException(AuthException.Reason.UNAVAILABLE, "the server's NTLM message is damaged");
    }
}
