package io.calque.directory.connect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A socket that is read in large pieces. TLS above it reads the head and the body of each record by themselves, and servers put each
 * entry into a record of its own: without this a million people cost two million calls of the operating system.
 */
final class BufferedSocket extends Socket {
    private static final int SIZE = 1 << 16;
    private static final long PAUSE_NANOS = 500_000;

    private @Nullable GatheringInput gathering;
    private @Nullable InputStream in;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        InputStream made = in;
        if (made == null) {
            gathering = new GatheringInput(super.getInputStream(), () -> LockSupport.parkNanos(PAUSE_NANOS));
            made = new BufferedInputStream(gathering, SIZE);
            in = made;
        }
        return made;
    }

    /** At least so many bytes are thought to be under way, and may gather before they are read; 0 or less where nothing is known. */
    void expect(int bytes) {
        if (gathering != null) {
            gathering.expect(bytes);
        }
    }
}
