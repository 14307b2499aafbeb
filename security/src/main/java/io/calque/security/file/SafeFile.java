package io.calque.security.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Replaces a file that the umask decides about, making its folder where there is none; as {@link #write(Path, Access, Content)}. */
    public static void write(Path file, Content content) {
        write(file, Access.USUAL, content);
    }

    /**
     * Replaces a file, making its folder where there is none.
     *
     * @throws UncheckedIOException when the disk or the permissions don't allow it; the file is then as it was before
     */
    public static void write(Path file, Access access, Content content) {
        make(file.toAbsolutePath().getParent());
        try (FileDraft draft = FileDraft.of(file, access)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(draft.channel()), BUFFER);
            content.write(out);
            out.flush();
            draft.commit();
        } catch (FileSystemException e) {
            throw new UncheckedIOException(of(file, e));
        } catch (IOException e) {
            throw new UncheckedIOException(new FileSystemException(file.toString(), null, e.getMessage()));
        }
    }

    /** Replaces a text file that the umask decides about; UTF-8. */
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

    /** The same trouble, of another file. */
    private static IOException of(Path file, FileSystemException e) {
        return e instanceof AccessDeniedException
                ? new AccessDeniedException(file.toString())
                : new FileSystemException(file.toString(), null, e.getReason());
    }
}
