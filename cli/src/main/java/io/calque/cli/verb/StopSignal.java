package io.calque.cli.verb;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** True once somebody pressed Ctrl+C or ended the program: work stops at its next resting place, and the program waits for that. */
final class StopSignal implements BooleanSupplier, AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch rested = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopped;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public boolean getAsBoolean() {
        return stopped;
    }

    private void stop() {
        stopped = true;
        try {
            if (!rested.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is at rest and told of. */
    @Override
    public void close() {
        rested.countDown();
        if (!stopped) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
