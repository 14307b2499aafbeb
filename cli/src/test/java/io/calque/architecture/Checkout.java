package io.calque.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this checkout, as a test in a module sees them. */
final class Checkout {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Checkout() {}

    /** The module folders. */
    static List<Path> modules() {
        return list(ROOT).stream()
                .filter(f -> Files.exists(f.resolve("pom.xml")))
                .toList();
    }

    /** All Java sources of all modules, below {@code src/main/java}, {@code src/test/java} or both. */
    static List<Path> sources(String... roots) {
        return modules().stream()
                .flatMap(module -> Stream.of(roots).map(module::resolve))
                .filter(Files::exists)
                .flatMap(root -> walk(root).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
