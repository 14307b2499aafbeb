package io.calque.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in the examples for build servers work on a new workspace. */
@Tag("script")
class CiExamplesTest {
    private static final Path EXAMPLES = Path.of("../docs/ci").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("calque (?:check|plan)[^>|]*");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_command_of_an_example_does_what_the_example_builds_on() throws IOException {
        Stage stage = new Stage(folder);
        play(stage, "calque new contoso --example");
        List<Path> examples;
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            examples = files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        assertThat(examples).hasSize(3);
        for (Path example : examples) {
            List<String> commands = COMMAND.matcher(Files.readString(example))
                    .results()
                    .map(found ->
                            found.group().lines().findFirst().orElseThrow().replace("\"$WORKSPACE\"", "contoso"))
                    .toList();
            assertThat(commands).as(example.toString()).hasSizeGreaterThan(1);
            for (String command : commands) {
                Script.Outcome outcome = play(stage, command.strip());
                // A new workspace has no errors, and its first plan is stopped by a limit.
                assertThat(outcome.status()).as(command).isEqualTo(command.contains(" plan ") ? 2 : 0);
                assertThat(outcome.out())
                        .as(command)
                        .anyMatch(line -> line.contains(
                                command.contains("sarif")
                                        ? "\"2.1.0\""
                                        : command.contains("junit") ? "<testsuite" : ""));
            }
        }
    }

    private static Script.Outcome play(Stage stage, String line) throws IOException {
        Script.Command command = new Script.Command(line, new Script.Outcome(List.of(), List.of(), 0));
        Script played = stage.play(new Script(List.of(), List.of(new Script.Run(List.of(command)))));
        return ((Script.Run) played.sections().getFirst()).commands().getFirst().expected();
    }
}
