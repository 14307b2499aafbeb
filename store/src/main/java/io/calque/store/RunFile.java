package io.calque.store;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.journal.Chain;
import io.calque.journal.Event;
import io.calque.journal.Journal;
import io.calque.journal.RunState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The journal of one run, open for writing. Lines are only ever added, and forced to the disk before {@link #record} returns. It is
 * locked against other processes until it is closed. Not thread-safe.
 */
final class RunFile implements Journal.OpenRun {
    private final String run;
    private final RunState before;
    private final Path path;
    private final FileChannel channel;
    private final HeadFile head;
    private final Chain chain;
    private final InstantSource clock;

    RunFile(
            String run,
            Path path,
            FileChannel channel,
            HeadFile head,
            Chain chain,
            RunState before,
            InstantSource clock) {
        this.run = run;
        this.before = before;
        this.path = path;
        this.channel = channel;
        this.head = head;
        this.chain = chain;
        this.clock = clock;
    }

    /** Locks a journal; a fault when another process has it. */
    static void lock(FileChannel channel, String run) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Another part of this very process has it, which is no better.
        }
        if (lock == null) {
            throw new Fault(Finding.of(Code.RUN_BUSY, "another process works on the run " + run)
                    .help("Wait until it ends, or end it"));
        }
    }

    @Override
    public String run() {
        return run;
    }

    @Override
    public RunState before() {
        return before;
    }

    @Override
    public void record(List<Event> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        events.forEach(event -> lines.writeBytes(chain.next(clock.instant().truncatedTo(ChronoUnit.MILLIS), event)));
        try {
            Appending.all(channel, lines.toByteArray());
            channel.force(false);
            head.write(chain.head());
        } catch (IOException e) {
            throw Appending.trouble(path, e);
        }
    }

    /** Closes it. A journal that says nothing is of no run, but of a plan that was refused, and is removed. */
    @Override
    public void close() {
        try (channel;
                head) {
            if (channel.size() == 0) {
                Files.deleteIfExists(path);
                Files.deleteIfExists(FileJournal.head(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
