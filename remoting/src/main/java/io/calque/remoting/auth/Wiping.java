package io.calque.remoting.auth;

import java.nio.ByteBuffer;

/** Takes encoded passwords out of buffers without leaving a copy behind. */
final class Wiping {
    private Wiping() {}

    /** The bytes left in the buffer; the buffer is zeros afterwards. */
    static byte[] drain(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
        return bytes;
    }
}
