package io.calque.directory.read;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread work on what another reads, so that the server never waits for us. Order is kept. A few pages wait at most, so that
 * memory stays flat.
 */
final class Conveyor<T> implements AutoCloseable {
    private static final int WAITING = 4;

    private final BlockingQueue<Optional<T>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread worker;
    private volatile @Nullable RuntimeException failure;

    Conveyor(Consumer<T> consumer) {
        this.worker = Thread.ofPlatform().daemon().name("people").start(() -> work(consumer));
    }

    /** Hands a page over; fails when the work on an earlier one failed. */
    void put(T page) {
        rethrow();
        transfer(Optional.of(page));
    }

    /** Waits until all is worked on; fails when some of it failed. */
    @Override
    public void close() {
        transfer(Optional.empty());
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rethrow();
    }

    private void transfer(Optional<T> page) {
        try {
            queue.put(page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading people", e);
        }
    }

    private void work(Consumer<T> consumer) {
        try {
            for (Optional<T> page = queue.take(); page.isPresent(); page = queue.take()) {
                if (failure == null) {
                    accept(consumer, page.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(Consumer<T> consumer, T page) {
        try {
            consumer.accept(page);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void rethrow() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            failure = null;
            throw thrown;
        }
    }
}
