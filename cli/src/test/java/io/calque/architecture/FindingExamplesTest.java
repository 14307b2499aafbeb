package io.calque.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.script.Script;
import io.calque.diagnostic.Code;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every finding has an example that raises it and one that does not: a script named after the code, in which a command tells it and a
 * later one of the same command does not; or, where no command line brings it about, two tests that carry its tags.
 */
@Tag("architecture")
class FindingExamplesTest {
    private static final Path RESOURCES = Checkout.ROOT.resolve("cli/src/test/resources");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(raises|spares)-(CQ\\d+)\"\\)");

    @Test
    void every_finding_is_raised_by_an_example_and_spared_by_another() {
        Set<String> shown = new TreeSet<>(tagged("raises"));
        shown.retainAll(tagged("spares"));
        shown.addAll(scripts().map(FindingExamplesTest::code).toList());

        assertThat(shown).containsExactlyElementsOf(ids());
    }

    @Test
    void a_script_says_what_it_shows_and_shows_it() {
        assertThat(scripts()).hasSizeGreaterThan(60).allSatisfy(file -> {
            Script script = Script.parse(Checkout.read(file));
            assertThat(script.remarks()).isNotEmpty().first().asString().hasSizeGreaterThan(20);
            List<Script.Command> commands = commands(script);
            assertThat(commands)
                    .as("a command that tells " + code(file) + ", and a later one that does not")
                    .anyMatch(raising -> tells(raising, code(file))
                            && commands.subList(commands.indexOf(raising), commands.size()).stream()
                                    .anyMatch(later -> verb(later).equals(verb(raising)) && !tells(later, code(file))));
        });
    }

    @Test
    void what_a_page_says_is_told_is_told_by_the_script() {
        List<Path> scripts = scripts("findings").toList();
        assertThat(scripts.stream().flatMap(FindingExamplesTest::pageTells)).hasSizeGreaterThan(30);
        assertThat(scripts)
                .allSatisfy(file -> assertThat(commands(Script.parse(Checkout.read(file))).stream()
                                .flatMap(FindingExamplesTest::printed))
                        .containsAll(pageTells(file).toList()));
    }

    @Test
    void the_tags_of_tests_come_in_pairs() {
        assertThat(tagged("raises")).hasSizeGreaterThan(5).isEqualTo(tagged("spares"));
    }

    private static List<String> ids() {
        return Arrays.stream(Code.values()).map(Code::id).toList();
    }

    private static Stream<Path> scripts() {
        return scripts("findings", "samba", "lab-scripts");
    }

    private static Stream<Path> scripts(String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> Checkout.list(RESOURCES.resolve(folder)).stream())
                .filter(file -> file.getFileName().toString().matches("CQ\\d+\\.txt"));
    }

    private static String code(Path script) {
        return script.getFileName().toString().replace(".txt", "");
    }

    private static Set<String> tagged(String kind) {
        return Checkout.sources("src/test/java").stream()
                .flatMap(file -> TAG.matcher(Checkout.read(file)).results())
                .filter(tag -> tag.group(1).equals(kind))
                .map(tag -> tag.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Script.Command> commands(Script script) {
        return script.sections().stream()
                .flatMap(section ->
                        section instanceof Script.Run(List<Script.Command> run) ? run.stream() : Stream.of())
                .toList();
    }

    private static boolean tells(Script.Command command, String code) {
        return printed(command).anyMatch(line -> isTold(line, code));
    }

    private static Stream<String> printed(Script.Command command) {
        return Stream.concat(command.expected().out().stream(), command.expected().err().stream());
    }

    private static boolean isTold(String line, String code) {
        return line.matches("(?:\\S+: )?(?:error|warning|info) " + code + " .*");
    }

    /** The lines of a page, the one of a script's code, that are told by commands. */
    private static Stream<String> pageTells(Path script) {
        return Checkout.read(Checkout.ROOT.resolve("docs/findings/" + code(script) + ".md"))
                .lines()
                .filter(line -> isTold(line, code(script)));
    }

    private static String verb(Script.Command command) {
        String[] words = command.line().split(" ");
        return words[0] + " " + words[words.length == 1 ? 0 : 1];
    }
}
