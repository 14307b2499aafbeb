package io.calque.people;

import io.calque.diagnostic.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A source whose next people are read while the last ones are judged: the two take a processor each. People are told in the same
 * order and by the thread that asked; findings and faults are those of the source. A fault while people are told ends the reading.
 */
public final class ReadAhead implements PeopleSource {
    // Few, so that people are still in the processor's memory when they are judged.
    private static final int MANY = 64;
    private static final int WAITING = 4;

    private final PeopleSource source;

    /** Reads a source ahead. */
    public ReadAhead(PeopleSource source) {
        this.source = source;
    }

    @Override
    public void read(PeopleQuery interest, Consumer<Person> people, Findings findings) {
        BlockingQueue<List<Person>> batches = new ArrayBlockingQueue<>(WAITING);
        Findings found = new Findings();
        try (ExecutorService executor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("people").factory())) {
            Future<?> reading = executor.submit(() -> {
                fill(interest, batches, found);
                return null;
            });
            try {
                for (List<Person> some = batches.take(); !some.isEmpty(); some = batches.take()) {
                    some.forEach(people);
                }
                findings.addAll(found.sorted());
                reading.get();
            } catch (InterruptedException e) {
                throw interrupted();
            } catch (ExecutionException e) {
                throw unwrapped(e);
            } finally {
                reading.cancel(true);
            }
        }
    }

    private void fill(PeopleQuery interest, BlockingQueue<List<Person>> batches, Findings findings)
            throws InterruptedException {
        List<Person> batch = new ArrayList<>(MANY);
        try {
            source.read(
                    interest,
                    person -> {
                        batch.add(person);
                        if (batch.size() == MANY) {
                            hand(batch, batches);
                        }
                    },
                    findings);
            hand(batch, batches);
        } finally {
            batches.put(List.of());
        }
    }

    private static void hand(List<Person> batch, BlockingQueue<List<Person>> batches) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            batches.put(List.copyOf(batch));
            batch.clear();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("reading people was interrupted");
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error failure -> throw failure;
            case null, default -> new IllegalStateException(e);
        };
    }
}
