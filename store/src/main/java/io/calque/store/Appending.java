package io.calque.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Adds bytes to the end of a file. */
final class Appending {
    private Appending() {}

    /** Hands all bytes to the operating system, which may take them in parts; whether they are on the disk is the caller's concern. */
    static void all(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
