package io.calque.engine.source;

import io.calque.diagnostic.Findings;
import io.calque.people.PeopleQuery;
import io.calque.people.PeopleSource;
import io.calque.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A source whose next people are read while the last ones are judged: the two take a processor each. People are told in the same
 * order and by the thread that asked; findings and faults are those of the source. A fault while people are told ends the reading.
 */
final class ReadAhead implements PeopleSource {
    // Few, so that people are still in the processor's memory when they are judged.
    private static final int MANY = 64;
    private static final int WAITING = 4;

    private final PeopleSource source;

    private final Executor executor;

    /**
     * Reads a source ahead.
     *
     * @param executor reads it; never on the caller's thread
     */
    ReadAhead(PeopleSource source, Executor executor) {
        this.source = source;
        this.executor = executor;
    }

    @Override
    public void read(PeopleQuery interest, Consumer<Person> people, Findings findings) {
        BlockingQueue<List<Person>> batches = new ArrayBlockingQueue<>(WAITING);
        Findings found = new Findings();
        FutureTask<Void> reading = new FutureTask<>(() -> {
            fill(interest, batches, found);
            return null;
        });
        CountDownLatch ended = new CountDownLatch(1);
        executor.execute(() -> {
            try {
                reading.run();
            } finally {
                ended.countDown();
            }
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
            await(ended);
        }
    }

    /** Waits until nothing is read any more, whatever interrupts it: whoever goes on may take the source away. */
    private static void await(CountDownLatch ended) {
        boolean interrupted = false;
        while (ended.getCount() > 0) {
            try {
                ended.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
