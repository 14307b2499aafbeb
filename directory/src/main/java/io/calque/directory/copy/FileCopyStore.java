package io.calque.directory.copy;

import io.calque.security.file.Access;
import io.calque.security.file.FileDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        FileDraft draft = FileDraft.of(file(part), Access.OWNER);
        return new PrivateDraft(draft, Channels.newOutputStream(draft.channel()));
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

    private record PrivateDraft(FileDraft file, OutputStream out) implements Draft {
        @Override
        public void commit() throws IOException {
            file.commit();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
