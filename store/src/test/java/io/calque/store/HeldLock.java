package io.calque.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Takes the lock of a workspace in a process of its own, says so, and keeps it until its input ends. */
final class HeldLock {
    private HeldLock() {}

    /** Argument: the {@code .calque} folder. */
    public static void main(String[] args) throws IOException {
        Holder holder = Holder.ofThisProcess("here", "calque apply w.plan", Instant.now());
        try (WorkspaceLock _ = WorkspaceLock.take(Path.of(args[0]), holder)) {
            System.out.write('!');
            System.out.flush();
            while (System.in.read() >= 0) {
                // The lock is kept.
            }
        }
    }
}
