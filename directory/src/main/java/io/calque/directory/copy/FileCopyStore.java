package io.calque.directory.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;

/** Keeps a copy as two files of a folder, readable by their owner alone: they hold names and numbers of people. */
public final class FileCopyStore implements CopyStore {
    private final Path folder;

    /** A store in this folder, which is made when something is written. */
    public FileCopyStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<InputStream> open(Part part) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(part)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InputStream> openEnd(Part part, long bytes) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file(part), StandardOpenOption.READ);
            channel.position(Math.max(0, channel.size() - bytes));
            return Optional.of(Channels.newInputStream(channel));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Draft replace(Part part) throws IOException {
        Files.createDirectories(folder);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path temporary = Files.createTempFile(folder, name(part), ".new", owner);
        FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        return new FileDraft(temporary, file(part), channel, Channels.newOutputStream(channel));
    }

    @Override
    public void remove(Part part) throws IOException {
        Files.deleteIfExists(file(part));
    }

    private Path file(Part part) {
        return folder.resolve(name(part));
    }

    private static String name(Part part) {
        return "people." + part.name().toLowerCase(Locale.ROOT);
    }

    private record FileDraft(Path temporary, Path place, FileChannel channel, OutputStream out) implements Draft {
        @Override
        public void commit() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}
