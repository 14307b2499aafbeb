package io.calque.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columns_line_up_whatever_the_script_and_numbers_stand_to_the_right() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        TextTable.of("person", "seats#", "why")
                .row("Ann", "1", "rule")
                .row("王小明", "1000", "")
                .row("Zoe\u0308", "20", "exception")
                .print(out, Ink.PLAIN);
        assertThat(text.toString().lines())
                .containsExactly(
                        "person  seats  why", "Ann         1  rule", "王小明   1000", "Zoe\u0308        20  exception");
    }

    @Test
    void a_row_of_another_width_is_refused() {
        assertThatThrownBy(() -> TextTable.of("a", "b").row("c")).hasMessageContaining("1 cells for 2 columns");
    }
}
