package io.calque.directory.connect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that is read in large pieces. TLS above it reads the head and the body of each record by themselves, and servers put each
 * entry into a record of its own: without this a million people cost two million calls of the operating system.
 */
final class BufferedSocket extends Socket {
    private static final int SIZE = 1 << 16;

    private @Nullable InputStream in;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        InputStream made = in;
        if (made == null) {
            made = new BufferedInputStream(super.getInputStream(), SIZE);
            in = made;
        }
        return made;
    }
}
