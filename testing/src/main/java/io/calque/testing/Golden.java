package io.calque.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files: what a person reads, kept as a file and compared. {@code -Dcalque.golden=rewrite} writes them instead. */
public final class Golden {
    private Golden() {}

    /** Compares a text with the golden file of that name beside a test's class. */
    public static void check(Class<?> test, String name, String actual) {
        check(
                Path.of("src", "test", "resources")
                        .resolve(test.getPackageName().replace('.', '/'))
                        .resolve(name),
                actual);
    }

    /** Compares a text with a golden file. */
    public static void check(Path file, String actual) {
        try {
            if ("rewrite".equals(System.getProperty("calque.golden"))) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual)
                    .as(file.toString())
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "no golden file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
