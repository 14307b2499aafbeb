package io.calque.store;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a workspace, which one command at a time has. It is a file under {@code .calque}, locked with the operating
 * system, that names its holder. The system gives the lock up when the holder's process ends, however it ends; the name of a holder
 * that was killed stays and is reported to the next one. The file itself is never removed: another process may be about to lock it.
 * Thread-safe.
 */
public final class WorkspaceLock implements AutoCloseable {
    private static final String FILE = "lock";

    /** The byte that is locked: behind all content, because Windows lets nobody read what is locked. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    /** By so much the system's record of a process's start may lie behind what the clock said then. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    /**
     * What this process holds. The operating system's locks belong to processes, and POSIX gives all of them up when a process closes
     * any channel to the file; so this process must not open the file of a lock that it holds.
     */
    private static final Map<Path, Holder> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;
    private final @Nullable Holder left;

    private WorkspaceLock(Path folder, FileChannel channel, @Nullable Holder left) {
        this.folder = folder;
        this.channel = channel;
        this.left = left;
    }

    /**
     * Takes the lock; to be taken before anything of the workspace's state is opened, and to be closed.
     *
     * @param folder the workspace's {@code .calque} folder, which is made where there is none
     * @throws Fault when another command has it
     * @throws UncheckedIOException when the folder can't be written
     */
    public static WorkspaceLock take(Path folder, Holder holder) {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            Holder other = HELD.putIfAbsent(real, holder);
            if (other != null) {
                throw busy(Optional.of(other));
            }
            WorkspaceLock taken = null;
            try {
                taken = locked(real, holder);
                return taken;
            } finally {
                if (taken == null) {
                    HELD.remove(real);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkspaceLock locked(Path folder, Holder holder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        WorkspaceLock taken = null;
        try {
            FileLock lock = channel.tryLock(POSITION, 1, false);
            Optional<Holder> named = Holder.of(content(channel));
            if (lock == null) {
                throw busy(named);
            }
            channel.truncate(0);
            channel.position(0);
            Appending.all(channel, holder.bytes());
            taken = new WorkspaceLock(folder, channel, named.orElse(null));
            return taken;
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
    }

    /**
     * The command of another process that changes the workspace now; empty where none does. Nothing is locked by asking.
     *
     * @param host this computer: whether a process of another one still runs can't be seen from here
     */
    public static Optional<Holder> other(Path folder, String host) {
        Path file = folder.resolve(FILE);
        try {
            if (HELD.containsKey(folder.toRealPath())) {
                return Optional.empty();
            }
            return Holder.of(Files.readAllBytes(file))
                    .filter(holder -> !holder.host().equals(host) || isAlive(holder));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process number that nobody has any more, or that a younger process has, is not the holder's. */
    private static boolean isAlive(Holder holder) {
        return ProcessHandle.of(holder.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(holder.since().plus(CLOCKS_APART)::isBefore)
                        .isEmpty())
                .isPresent();
    }

    /** The holder before, where it ended without giving the lock up: it was killed, or its computer was. */
    public Optional<Holder> left() {
        return Optional.ofNullable(left);
    }

    /** Makes sure that what is in a folder may be changed by whoever has this lock. */
    void require(Path changed) {
        try {
            if (!channel.isOpen() || !changed.toRealPath().startsWith(folder)) {
                throw new IllegalStateException("the lock of " + folder + " does not allow changes in " + changed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }

    private static byte[] content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 16));
        channel.position(0);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // The next part is read.
        }
        byte[] content = new byte[bytes.flip().remaining()];
        bytes.get(content);
        return content;
    }

    private static Fault busy(Optional<Holder> holder) {
        return new Fault(inUse(holder)
                .help(holder.map(h -> "Wait until it ends, or end " + h.process())
                        .orElse("Wait until it ends")));
    }

    /** That a command changes the workspace. */
    public static Finding inUse(Optional<Holder> holder) {
        return Finding.of(
                Code.WORKSPACE_IN_USE,
                holder.map(h -> "'" + h.command() + "' has been changing this workspace since " + h.since() + " ("
                                + h.process() + ")")
                        .orElse("another command is changing this workspace"));
    }
}
