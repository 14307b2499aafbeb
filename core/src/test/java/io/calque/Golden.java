package io.calque;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files: what a person reads, kept beside the test. {@code -Dcalque.golden=rewrite} writes them anew. */
public final class Golden {
    private Golden() {}

    /** Compares a text with the golden file of that name beside a test's class. */
    public static void check(Class<?> test, String name, String actual) {
        Path file = Path.of("src", "test", "resources")
                .resolve(test.getPackageName().replace('.', '/'))
                .resolve(name);
        try {
            if ("rewrite".equals(System.getProperty("calque.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.exists(file) ? Files.readString(file) : "no golden file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
