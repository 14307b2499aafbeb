package io.calque.cli.terminal;

import io.calque.engine.context.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The signals of the process. Java ends a process that gets one when its shutdown hooks are done, with the status that the system's
 * convention asks for (130 for Ctrl+C, 143 for SIGTERM); so a watch is a hook that lasts until the program has said its last word.
 */
public final class ProcessInterrupts implements Cancellation {
    private final CountDownLatch ended = new CountDownLatch(1);

    /** The program has printed everything, and the process may go. */
    public void end() {
        ended.countDown();
    }

    @Override
    public Watch watch() {
        AtomicBoolean requested = new AtomicBoolean();
        Thread hook = new Thread(() -> {
            requested.set(true);
            awaitEnd();
        });
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException _) {
            requested.set(true); // The process is on its way out already.
        }
        return new Watch() {
            @Override
            public boolean requested() {
                return requested.get();
            }

            @Override
            public void close() {
                remove(hook);
            }
        };
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It runs, and lasts until the program ends.
        }
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
