package io.calque.directory.read;

import java.util.ArrayList;
import java.util.List;
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

    private final BlockingQueue<List<T>> queue = new ArrayBlockingQueue<>(WAITING);
    private final List<T> end = new ArrayList<>();
    private final Thread worker;
    private volatile @Nullable RuntimeException failure;

    Conveyor(Consumer<T> consumer) {
        this.worker = Thread.ofPlatform().daemon().name("people").start(() -> work(consumer));
    }

    /** Hands a page over; fails when the work on an earlier one failed. */
    void put(List<T> page) {
        rethrow();
        transfer(page);
    }

    /** Waits until all is worked on; fails when some of it failed. */
    @Override
    public void close() {
        transfer(end);
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rethrow();
    }

    private void transfer(List<T> page) {
        try {
            queue.put(page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading people", e);
        }
    }

    private void work(Consumer<T> consumer) {
        try {
            for (List<T> page = queue.take(); page != end; page = queue.take()) {
                if (failure == null) {
                    accept(consumer, page);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(Consumer<T> consumer, List<T> page) {
        try {
            page.forEach(consumer);
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
