package io.calque.store;

import io.calque.journal.Chain;
import io.calque.journal.Head;
import io.calque.security.file.Access;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The head of a run's journal, in a file of its own beside it. It is replaced in place by one small write after each forced write of
 * the journal, and forced itself when it begins and when it is closed: whatever happens in between, it never is ahead of the journal.
 */
final class HeadFile implements AutoCloseable {
    private final FileChannel channel;

    private HeadFile(FileChannel channel) {
        this.channel = channel;
    }

    /** The head of a journal that has no entry yet. */
    static HeadFile begin(Path file) throws IOException {
        HeadFile head = open(file);
        head.write(Chain.begin().head());
        head.channel.force(true);
        return head;
    }

    static HeadFile open(Path file) throws IOException {
        return new HeadFile(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                Access.OWNER.attributes(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()))));
    }

    /** The head in a file; empty where there is no file, or no head in it. */
    static Optional<Head> read(Path file) throws IOException {
        return Files.exists(file) ? Head.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void write(Head head) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(head.bytes());
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(false);
        }
    }
}
