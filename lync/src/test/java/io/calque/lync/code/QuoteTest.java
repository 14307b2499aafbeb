package io.calque.lync.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Fault;
import io.calque.remoting.lab.Json;
import io.calque.remoting.lab.ScriptLab;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteTest {
    private static final String NASTY = "'\u2018\u2019\u201A\u201B\"\u201C$`(){}@;\r\n\t \u0000\u2028x_-";

    @Property(tries = 500)
    void a_literal_reads_back_as_the_value(@ForAll("texts") String text) {
        assertThat(StringReader.read(Quote.literal(text))).contains(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars(NASTY).ofMaxLength(40),
                Arbitraries.strings()
                        .filter(s -> s.codePoints().noneMatch(p -> Character.getType(p) == Character.SURROGATE)));
    }

    @Test
    void hostile_texts_read_back_as_themselves() {
        assertThat(Hostile.TEXTS)
                .allSatisfy(text ->
                        assertThat(StringReader.read(Quote.literal(text))).contains(text));
    }

    @Test
    void half_a_surrogate_pair_is_refused_because_no_file_can_hold_it() {
        for (String text : List.of("\uD83D", "a\uDE00b", "\uDE00\uD83D")) {
            assertThatThrownBy(() -> Quote.literal(text))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("surrogate");
        }
    }

    @Test
    void a_name_is_letters_digits_and_one_hyphen() {
        assertThat(Snippet.name("Get-CsUser")).hasToString("Get-CsUser");
        for (String name : List.of("", "a b", "a;b", "-x", "x-", "a-b-c", "$x", "a\nb", "1a")) {
            assertThatThrownBy(() -> Snippet.name(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Tag("integration")
    @Tag("lab")
    void powershell_itself_reads_every_literal_as_one_constant_of_that_value(@TempDir Path folder) {
        ScriptLab lab = ScriptLab.orSkip(folder);
        Random random = new Random(20261124);
        List<String> texts = Stream.concat(
                        Hostile.TEXTS.stream(), IntStream.range(0, 5_000).mapToObj(_ -> randomText(random)))
                .toList();

        ScriptLab.Run run = lab.run(
                texts.stream()
                        .map(text -> "{\"text\":" + Json.quote(Quote.literal(text)) + "}\n")
                        .collect(Collectors.joining()),
                "literal");

        List<Json> read = run.out().lines().map(Json::parse).toList();
        assertThat(read).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            Json one = read.get(i);
            assertThat(one.at("kind").value()).isEqualTo("StringConstantExpressionAst");
            assertThat(one.at("constant").value()).isEqualTo(true);
            assertThat(one.at("value").value()).isEqualTo(texts.get(i));
        }
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(20), 0, NASTY.length())
                .mapToObj(NASTY::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
