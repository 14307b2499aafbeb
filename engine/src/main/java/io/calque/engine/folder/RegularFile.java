package io.calque.engine.folder;

import io.calque.source.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * An input file. A device or a pipe is refused, also behind a link: some of them never end, and files are read more than once.
 *
 * @param path where it is
 */
record RegularFile(Path path) implements Bytes {
    @Override
    public InputStream open() throws IOException {
        check();
        return Files.newInputStream(path);
    }

    @Override
    public OptionalLong size() throws IOException {
        check();
        return OptionalLong.of(Files.size(path));
    }

    private void check() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is not a regular file");
        }
    }
}
