package io.calque.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes files so that whoever looks finds either the old content or the whole new one: to a temporary file beside it, forced to the
 * disk, renamed. What goes wrong is told of the file that was meant.
 */
public final class SafeFile {
    private static final int BUFFER = 1 << 16;

    private SafeFile() {}

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file, making its folder where there is none.
     *
     * @throws UncheckedIOException when the disk or the permissions don't allow it; the file is then as it was before
     */
    public static void write(Path file, Content content) {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = null;
        make(folder);
        try {
            temporary = Files.createTempFile(folder, "." + file.getFileName(), ".new");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.write(out);
                out.flush();
                channel.force(true);
            }
            readableByOthers(temporary);
            rename(temporary, file);
            temporary = null;
        } catch (FileSystemException e) {
            throw new UncheckedIOException(of(file, e));
        } catch (IOException e) {
            throw new UncheckedIOException(of(file, e));
        } finally {
            discard(temporary);
        }
    }

    /** Replaces a text file; UTF-8. */
    public static void writeText(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void make(@Nullable Path folder) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trouble with a file, which names it; the system's own words for a full disk do not. */
    static IOException of(Path file, IOException e) {
        return e instanceof FileSystemException named && named.getFile() != null
                ? e
                : new FileSystemException(file.toString(), null, e.getMessage());
    }

    /** The same trouble, of another file. */
    private static IOException of(Path file, FileSystemException e) {
        return e instanceof AccessDeniedException
                ? new AccessDeniedException(file.toString())
                : new FileSystemException(file.toString(), null, e.getReason());
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Temporary files are made for their owner's eyes only; what they become is as readable as any other file. */
    private static void readableByOthers(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void discard(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // The first failure is the one to tell.
            }
        }
    }
}
