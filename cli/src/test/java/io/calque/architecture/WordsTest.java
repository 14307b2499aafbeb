package io.calque.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.commands.CommandLines;
import io.calque.cli.commands.Commands;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What people read is of one style. A remedy is a sentence without its full stop, unless it begins with what is to be typed; what
 * `--help` says of a command, an option or a parameter is a phrase.
 */
@Tag("architecture")
class WordsTest {
    private static final Set<String> TYPED = Set.of("calque", "chmod", "klist", "openssl", "tickets");
    private static final Pattern TOLD = Pattern.compile("^(?:\\d> )? +help: (\\w+)", Pattern.MULTILINE);
    private static final Pattern WRITTEN = Pattern.compile("\\.help\\(\\s*\"(\\w+)");

    @Test
    void remedies_begin_with_a_capital_letter_or_with_what_is_to_be_typed() {
        Path resources = Checkout.ROOT.resolve("cli/src/test/resources");
        Stream<Path> scripts = Stream.of("findings", "samba", "scripts", "lab-scripts")
                .flatMap(folder -> Checkout.list(resources.resolve(folder)).stream());
        Stream<Path> pages = Checkout.list(Checkout.ROOT.resolve("docs/findings")).stream();
        List<String> told = words(Stream.concat(scripts, pages), TOLD);
        List<String> written = words(Checkout.sources("src/main/java").stream(), WRITTEN);

        assertThat(told).hasSizeGreaterThan(300).allMatch(WordsTest::begins);
        assertThat(written).hasSizeGreaterThan(100).allMatch(WordsTest::begins);
    }

    @Test
    void what_help_says_of_commands_options_and_parameters_are_phrases() {
        List<String> described = Arrays.stream(Commands.values())
                .flatMap(entry -> described(entry))
                .toList();

        assertThat(described)
                .hasSizeGreaterThan(100)
                .allMatch(
                        text -> text.matches("(?![A-Z][a-z]*\\b).*[^.]"), "begins small and ends without a full stop");
    }

    private static Stream<String> described(Commands entry) {
        CommandSpec spec = CommandLines.of(entry, entry.command()).getCommandSpec();
        Stream<ArgSpec> arguments = Stream.concat(spec.options().stream(), spec.positionalParameters().stream());
        return Stream.concat(
                Stream.of(entry.summary()), arguments.map(argument -> String.join(" ", argument.description())));
    }

    private static List<String> words(Stream<Path> files, Pattern pattern) {
        return files.flatMap(file -> pattern.matcher(Checkout.read(file)).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean begins(String word) {
        return !Character.isLowerCase(word.charAt(0)) || TYPED.contains(word);
    }
}
