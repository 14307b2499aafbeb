package io.calque.cli.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.script.Stage.Surroundings;
import io.calque.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page that people read does what it says: its commands are played, one after the other, as they are printed. */
@Tag("script")
@Tag("golden")
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PICTURE = ROOT.resolve("docs/policies.svg");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:console)?\\n(\\$ .*?)^```$");
    private static final Pattern SUBSTITUTION = Pattern.compile("s/([^/]*)/([^/]*)/");
    /** A line that stands for any lines. */
    private static final String ANY = "…";

    private final List<String> page = readme();

    @TempDir
    private Path folder = Path.of("");

    private Stage stage = new Stage(Path.of(""));

    @BeforeEach
    void setUp() {
        stage = new Stage(folder, new Surroundings(Map.of(), Map.of(), Map.of("sed", this::substitute)));
    }

    @Test
    void every_command_prints_what_the_page_shows() throws IOException {
        List<Script.Command> commands = BLOCK.matcher(String.join("\n", page))
                .results()
                .flatMap(block -> commands(block.group(1)).stream())
                .toList();
        assertThat(commands).hasSizeGreaterThan(7);
        for (Script.Command command : commands) {
            Script.Outcome outcome = play(command.line());
            List<String> printed = Stream.of(outcome.out(), outcome.err())
                    .flatMap(List::stream)
                    .toList();
            assertThat(String.join("\n", printed))
                    .as("$ " + command.line())
                    .matches(pattern(command.expected().out()));
        }
    }

    @Test
    void the_picture_is_the_one_that_the_program_draws() throws IOException {
        play("calque new contoso");
        String drawn =
                String.join("\n", play("calque policies contoso --diagram svg").out()) + "\n";
        Golden.check(PICTURE, drawn);
    }

    @Test
    void lines_are_short_but_for_tables_and_what_the_program_prints() {
        String prose = String.join("\n", page).replaceAll("(?ms)^```.*?^```$", "");

        assertThat(prose.lines()).hasSizeGreaterThan(50).allMatch(line -> line.startsWith("|") || line.length() <= 100);
    }

    @Test
    void the_abbreviation_of_the_licence_is_explained_where_it_first_stands() {
        Matcher first = Pattern.compile("\\bCALs?\\b").matcher(String.join("\n", page));

        assertThat(first.find()).isTrue();
        assertThat(String.join("\n", page).substring(0, first.end() + 1)).endsWith("client access licence (CAL)");
    }

    private Script.Outcome play(String line) throws IOException {
        Script script = new Script(
                List.of(),
                List.of(new Script.Run(
                        List.of(new Script.Command(line, new Script.Outcome(List.of(), List.of(), 0))))));
        return stage.play(script).sections().stream()
                .filter(Script.Run.class::isInstance)
                .map(section -> ((Script.Run) section).commands().getFirst().expected())
                .findFirst()
                .orElseThrow();
    }

    /** The commands of a block, each with the lines below it; an empty line is output too. */
    private static List<Script.Command> commands(String block) {
        List<Script.Command> commands = new ArrayList<>();
        for (String part : block.split("(?m)^\\$ ", -1)) {
            List<String> lines = part.lines().toList();
            if (!lines.isEmpty()) {
                commands.add(new Script.Command(
                        lines.getFirst(), new Script.Outcome(lines.subList(1, lines.size()), List.of(), 0)));
            }
        }
        return commands;
    }

    private static String pattern(List<String> expected) {
        return expected.stream()
                .map(line -> line.equals(ANY) ? "(?s:.*)" : Pattern.quote(line))
                .collect(Collectors.joining("\n"));
    }

    /** {@code sed -i s/OLD/NEW/ FILE}, with words for patterns; a fault where nothing changes. */
    private void substitute(List<String> arguments) {
        Matcher words = SUBSTITUTION.matcher(arguments.get(1));
        Path file = folder.resolve(arguments.get(2));
        try {
            String before = Files.readString(file);
            assertThat(words.matches()).isTrue();
            String after = before.replace(words.group(1), words.group(2));
            assertThat(after).isNotEqualTo(before);
            Files.writeString(file, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> readme() {
        try {
            return Files.readAllLines(ROOT.resolve("README.md"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
