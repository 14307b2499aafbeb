package io.calque.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.Value;
import io.calque.journal.Event;
import io.calque.journal.Outcome;
import io.calque.plan.Step;
import io.calque.remoting.clixml.CliXml;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is written for others to read stands in a golden file, each kind of it: who adds a kind, adds its line. */
@Tag("architecture")
class GoldensTest {
    private static final Path CORE = Checkout.ROOT.resolve("core/src/test/resources/io/calque");
    private static final Path REMOTING = Checkout.ROOT.resolve("remoting/src/test/resources/golden");
    private static final Path LYNC = Checkout.ROOT.resolve("lync/src/test/resources/golden");

    @Test
    void every_kind_of_step_stands_in_the_golden_plan_and_in_the_golden_script() {
        String plan = Checkout.read(CORE.resolve("plan/steps.jsonl"));
        String script = Checkout.read(LYNC.resolve("plan.ps1"));
        assertThat(words(Step.class)).hasSizeGreaterThan(5).allSatisfy(word -> {
            assertThat(plan).contains("\"kind\":\"" + word + "\"");
            assertThat(script).contains("'" + word + "'");
        });
    }

    @Test
    void every_event_and_every_outcome_stands_in_the_golden_journal() {
        String journal = Checkout.read(CORE.resolve("journal/journal.jsonl"));
        assertThat(words(Event.class))
                .hasSizeGreaterThan(3)
                .allSatisfy(word -> assertThat(journal).contains("\"event\":\"" + word + "\""));
        assertThat(words(Outcome.class))
                .hasSizeGreaterThan(2)
                .allSatisfy(word -> assertThat(journal).contains("\"outcome\":\"" + word + "\""));
    }

    @Test
    void every_kind_of_value_stands_in_the_golden_script_as_a_constant() {
        Map<String, String> literals = Map.of(
                "flag", " -[A-Z]\\w+ \\$(true|false) ",
                "int", " -[A-Z]\\w+ \\d+ ",
                "text", " -[A-Z]\\w+ '",
                "texts", " -[A-Z]\\w+ @\\('",
                "nothing", " -[A-Z]\\w+ \\$null ");
        List<String> kinds =
                Stream.concat(words(Value.class).stream(), Stream.of("nothing")).toList();
        assertThat(literals.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
        String script = Checkout.read(LYNC.resolve("plan.ps1"));
        assertThat(literals.values())
                .allSatisfy(literal -> assertThat(script).containsPattern(Pattern.compile(literal)));
    }

    /** That each kind is among them is checked where they are made. */
    @Test
    void the_values_that_go_over_the_wire_have_a_golden_file() {
        assertThat(words(CliXml.class)).hasSizeGreaterThan(10);
        assertThat(Checkout.read(REMOTING.resolve("values.xml")).lines()).hasSizeGreaterThan(10);
    }

    /** The kinds of a sealed type, as the files call them: {@code create-policy} for CreatePolicy. */
    private static List<String> words(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(part -> part.isSealed() ? words(part).stream() : Stream.of(word(part)))
                .toList();
    }

    private static String word(Class<?> leaf) {
        return leaf.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
