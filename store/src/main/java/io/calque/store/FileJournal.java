package io.calque.store;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.journal.Chain;
import io.calque.journal.Head;
import io.calque.journal.Journal;
import io.calque.journal.JournalReader;
import io.calque.journal.RunState;
import io.calque.security.file.Access;
import io.calque.source.NearMiss;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a workspace: a folder with one journal for each, {@code RUN.jsonl}, where RUN is the time of its beginning (UTC) and a
 * number that tells runs of one second apart. Thread-safe.
 */
public final class FileJournal implements Journal {
    private static final String SUFFIX = ".jsonl";
    private static final String HEAD = ".head";

    /** Longer than any last line of a run that ended. */
    private static final int LAST_LINE = 1 << 12;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;

    /** The runs in a folder, which is made when the first begins. */
    public FileJournal(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The same runs, to be added to as long as the workspace is locked. */
    public Journal.Writable writable(WorkspaceLock lock) {
        return new Journal.Writable() {
            @Override
            public List<String> list() {
                return FileJournal.this.list();
            }

            @Override
            public RunState read(String run) {
                return FileJournal.this.read(run);
            }

            @Override
            public Optional<String> unfinished() {
                return FileJournal.this.unfinished();
            }

            @Override
            public OpenRun begin() {
                return FileJournal.this.begin(lock);
            }

            @Override
            public OpenRun reopen(String run) {
                return FileJournal.this.reopen(lock, run);
            }
        };
    }

    private RunFile begin(WorkspaceLock lock) {
        try {
            Files.createDirectories(folder);
            lock.require(folder);
            String second = NAME.format(clock.instant());
            for (int number = 1; ; number++) {
                String run = second + "-" + number;
                try {
                    FileChannel channel = FileChannel.open(
                            path(run),
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            Access.OWNER.attributes(folder));
                    RunFile.lock(channel, run);
                    forceFolder();
                    return new RunFile(
                            run,
                            path(run),
                            channel,
                            HeadFile.begin(head(path(run))),
                            Chain.begin(),
                            new RunState(),
                            clock);
                } catch (FileAlreadyExistsException _) {
                    // The next number is tried.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a crash left of a last line is cut off: nothing was done on its strength. */
    private RunFile reopen(WorkspaceLock lock, String run) {
        require(run);
        lock.require(folder);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path(run), StandardOpenOption.READ, StandardOpenOption.WRITE);
            RunFile.lock(channel, run);
            RunState state = new RunState();
            JournalReader.End end =
                    JournalReader.read(fileName(run), Channels.newInputStream(channel), anchor(run), state::accept);
            if (end.torn()) {
                channel.truncate(end.bytes());
            }
            channel.position(end.bytes());
            HeadFile head = HeadFile.open(head(path(run)));
            return new RunFile(run, path(run), channel, head, end.chain(), state, clock);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UncheckedIOException(e);
        } catch (Fault e) {
            closeQuietly(channel);
            throw e;
        }
    }

    @Override
    public RunState read(String run) {
        require(run);
        RunState state = new RunState();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path(run)))) {
            JournalReader.read(fileName(run), in, anchor(run), state::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state;
    }

    @Override
    public List<String> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> unfinished() {
        List<String> runs = list();
        return runs.isEmpty() || endsWhole(runs.getLast()) ? Optional.empty() : Optional.of(runs.getLast());
    }

    /** Whether the last line of a journal, read alone, ends the run after all steps had their turn. */
    private boolean endsWhole(String run) {
        try (FileChannel channel = FileChannel.open(path(run), StandardOpenOption.READ)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(channel.size(), LAST_LINE));
            channel.read(tail, channel.size() - tail.capacity());
            String text = new String(tail.array(), StandardCharsets.UTF_8);
            String last = text.substring(text.lastIndexOf('\n', Math.max(text.length() - 2, 0)) + 1);
            return last.endsWith("\n") && last.contains("\"event\":\"ended\"") && !last.contains("\"stopped\":");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the journal of a run must reach to; a run whose head is missing was not begun by this version, or was tampered with. */
    private Head anchor(String run) throws IOException {
        return HeadFile.read(head(path(run)))
                .orElseThrow(() -> new Fault(Finding.of(
                                Code.JOURNAL_BROKEN,
                                "the end of the journal of " + run + " can't be verified: " + run + HEAD
                                        + " is missing or damaged")
                        .help("Take both files from a backup, or look at the server itself")
                        .at(Place.of(fileName(run)))));
    }

    /** The file of a journal's head. */
    static Path head(Path journal) {
        String name = String.valueOf(journal.getFileName());
        return journal.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + HEAD);
    }

    private void require(String run) {
        List<String> names = list();
        if (!names.contains(run)) {
            throw new Fault(Finding.of(Code.UNKNOWN_RUN, "there is no run " + run + " in this workspace")
                    .help(NearMiss.help(run, names.subList(Math.max(0, names.size() - 12), names.size()))));
        }
    }

    private Path path(String run) {
        return folder.resolve(run + SUFFIX);
    }

    private String fileName(String run) {
        return ".calque/" + folder.getFileName() + "/" + run + SUFFIX;
    }

    /** A new file outlives a loss of power only when its folder was forced as well; not every system lets one do that. */
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows can't open folders; there the file system's own journal must do.
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException _) {
                // The first failure is the one to tell.
            }
        }
    }
}
