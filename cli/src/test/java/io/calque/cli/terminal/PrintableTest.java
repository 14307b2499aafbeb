package io.calque.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void escape_sequences_and_turned_text_in_a_name_are_written_out() {
        assertThat(Printable.of("Ann\u001b[2J")).isEqualTo("Ann\\u001b[2J");
        assertThat(Printable.of("Ann \u202egnp.exe")).isEqualTo("Ann \\u202egnp.exe");
        assertThat(Printable.of("a\nb\tc")).isEqualTo("a\\u000ab\\u0009c");
        assertThat(Printable.of("Zoë O’Neil, 北京")).isEqualTo("Zoë O’Neil, 北京");
    }

    @Test
    void widths_are_those_of_a_terminal() {
        assertThat(Printable.width("Ann")).isEqualTo(3);
        assertThat(Printable.width("Zoe\u0308")).as("combining diaeresis").isEqualTo(3);
        assertThat(Printable.width("北京")).isEqualTo(4);
        assertThat(Printable.width("한국")).isEqualTo(4);
        assertThat(Printable.width("ｶﾅ")).as("half-width katakana").isEqualTo(2);
        assertThat(Printable.width("🎧")).isEqualTo(2);
        assertThat(Printable.width("العربية")).isEqualTo(7);
    }

    @Property(tries = 300)
    void nothing_that_is_printed_moves_the_cursor(@ForAll String text) {
        assertThat(Printable.of(text).chars().filter(Character::isISOControl)).isEmpty();
    }

    @Property(tries = 300)
    void what_is_clipped_fits(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int columns) {
        assertThat(Printable.width(Printable.clipped(text, columns))).isLessThanOrEqualTo(columns);
    }

    @Test
    void a_word_of_a_command_line_can_be_copied() {
        assertThat(Printable.argument("contoso/w.plan")).isEqualTo("contoso/w.plan");
        assertThat(Printable.argument("ünï/w.plan")).isEqualTo("ünï/w.plan");
        assertThat(Printable.argument("two words")).isEqualTo("\"two words\"");
        assertThat(Printable.argument("$(calc)")).isEqualTo("'$(calc)'");
        assertThat(Printable.argument("O'Neil $1")).isEqualTo("'O'\\''Neil $1'");
        assertThat(Printable.argument("")).isEqualTo("\"\"");
    }
}
