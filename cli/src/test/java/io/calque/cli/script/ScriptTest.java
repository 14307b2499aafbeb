package io.calque.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.commands.Commands;
import io.calque.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays every script; with {@code -Dcalque.golden=rewrite} writes down what happened instead. */
@Tag("script")
@Tag("golden")
class ScriptTest {
    private static final List<Path> SCRIPTS =
            List.of(Path.of("src/test/resources/scripts"), Path.of("src/test/resources/findings"));

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }

    @Test
    void every_command_is_played_by_some_script() throws IOException {
        List<String> texts = files().stream().map(ScriptTest::read).toList();
        assertThat(Commands.words())
                .allSatisfy(entry -> assertThat(texts)
                        .as("a script that runs calque " + entry)
                        .anyMatch(text ->
                                text.contains("$ calque " + entry + " ") || text.contains("$ calque " + entry + "\n")));
    }

    private void play(Path file) throws IOException {
        Path stage = Files.createDirectory(folder.resolve(file.getFileName().toString()));
        String expected = read(file);
        String actual = new Stage(stage).play(Script.parse(expected)).print();
        Golden.check(file, actual);
    }

    private static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : SCRIPTS) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> scripts = files.filter(f -> f.toString().endsWith(".txt"))
                        .sorted()
                        .toList();
                assertThat(scripts).isNotEmpty();
                all.addAll(scripts);
            }
        }
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
