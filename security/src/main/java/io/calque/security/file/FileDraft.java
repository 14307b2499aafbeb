package io.calque.security.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The new content of a file while it is written, in a temporary file beside it: {@code .NAME.RANDOM.new}. The temporary file is locked as
 * long as its writer lives, so that those which a killed process left are told from those at work.
 */
public final class FileDraft implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ENDING = ".new";
    private static final Set<StandardOpenOption> NEW =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path temporary;
    private final Path file;
    private final FileChannel channel;

    private FileDraft(Path temporary, Path file, FileChannel channel) {
        this.temporary = temporary;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Begins to write a file, whose folder must be there. What killed writers of the same file left is removed.
     *
     * @throws IOException when the disk or the permissions don't allow it
     */
    public static FileDraft of(Path file, Access access) throws IOException {
        Path place = file.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        String name = "." + place.getFileName() + ".";
        sweep(folder, name + "*" + ENDING);
        Path temporary = folder.resolve(name + HexFormat.of().toHexDigits(RANDOM.nextLong()) + ENDING);
        FileChannel channel = FileChannel.open(temporary, NEW, access.attributes(folder));
        try {
            channel.lock();
            if (access == Access.USUAL) {
                keepPermissions(place, temporary);
            }
            return new FileDraft(temporary, place, channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Removes the temporary files that killed writers left in a folder; nothing happens where it is not there or can't be changed. */
    public static void sweep(Path folder) {
        sweep(folder, ".*" + ENDING);
    }

    private static void sweep(Path folder, String pattern) {
        String escaped = pattern.replaceAll("[\\\\\\[\\]{}?]", "\\\\$0");
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, escaped)) {
            for (Path file : left) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && abandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // What can't be tidied up does no harm.
        }
    }

    private static boolean abandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
            return false;
        }
    }

    private static void keepPermissions(Path file, Path temporary) throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (before != null && Files.isRegularFile(file)) {
            Set<PosixFilePermission> permissions = before.readAttributes().permissions();
            if (!permissions.equals(Files.getPosixFilePermissions(temporary))) {
                Files.setPosixFilePermissions(temporary, permissions);
            }
        }
    }

    /** Where the content goes. */
    public FileChannel channel() {
        return channel;
    }

    /**
     * Forces the content to the disk and puts it into the file's place.
     *
     * @throws IOException when the disk does not allow it; the file is then as it was before
     */
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder();
    }

    /** The new name is on the disk only when the folder is; Windows can't be asked for it. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Then the rename reaches the disk when the system sees fit.
        }
    }

    /** Drops what was written and not committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
