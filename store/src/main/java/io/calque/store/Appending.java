package io.calque.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Adds bytes to the end of a file. */
final class Appending {
    private Appending() {}

    /** Trouble with a file, which names it: the system's own words for a full disk do not. */
    static UncheckedIOException trouble(Path file, IOException e) {
        return new UncheckedIOException(
                e instanceof FileSystemException named && named.getFile() != null
                        ? e
                        : new FileSystemException(file.toString(), null, e.getMessage()));
    }

    /** Hands all bytes to the operating system, which may take them in parts; whether they are on the disk is the caller's concern. */
    static void all(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
