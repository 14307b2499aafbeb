package io.calque.directory.read;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Lets one thread work on a page while this one reads the next. One piece of work at a time, in their order. */
final class Beside implements AutoCloseable {
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    /** Waits for the work before and begins another; fails when the work before failed. */
    void begin(Runnable next) {
        await();
        work = CompletableFuture.runAsync(next, Thread.ofPlatform().daemon().name("people")::start);
    }

    /** Waits until all is done; fails when some of it failed. */
    void await() {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Nothing is worked on afterwards, whatever became of it. */
    @Override
    public void close() {
        work.exceptionally(_ -> null).join();
    }
}
