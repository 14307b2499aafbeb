package io.calque.engine.context;

import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Something that is worked out on another thread while this one does other things. */
public final class BackgroundTask<T> {
    private final CompletableFuture<T> result;

    /**
     * Begins at once.
     *
     * @param executor runs the work; never on the caller's thread
     */
    public BackgroundTask(Executor executor, Supplier<T> work) {
        this.result = CompletableFuture.supplyAsync(work, executor);
    }

    /**
     * Does something else meanwhile and waits for both.
     *
     * @throws Fault with the findings of both where both fail: all faults are told at once
     */
    public T beside(Runnable other) {
        try {
            other.run();
        } catch (Fault fault) {
            throw new Fault(
                    Stream.concat(faults().stream(), fault.findings().stream()).toList());
        }
        return get();
    }

    private List<Finding> faults() {
        try {
            get();
            return List.of();
        } catch (Fault fault) {
            return fault.findings();
        }
    }

    private T get() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
