package io.calque.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.report.table.CsvTable;
import io.calque.report.table.Grid;
import io.calque.report.text.Visible;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleEscapesTest {
    /** An escape sequence, the same in one byte, a deletion, a reversal, a line separator; and letters that are none of these. */
    private static final String NAME = "M\u00fcller \u001b[2J\u009b2J\u007f\u202egnp.exe\u2028\ud83d\ude00";

    private final StringWriter out = new StringWriter();

    @Test
    void json_holds_nothing_that_a_terminal_obeys() {
        Json.line(out, json -> json.put("name", NAME));

        assertThat(out.toString())
                .isEqualToIgnoringCase(
                        "{\"name\":\"M\u00fcller \\u001b[2J\\u009b2J\\u007f\\u202egnp.exe\\u2028\ud83d\ude00\"}\n");
    }

    @Test
    void json_lines_hold_the_same() {
        try (JsonLines lines = new JsonLines(new PrintWriter(out))) {
            lines.write("name", NAME, JsonLines.Shared.of(json -> json.put("more", 1)));
        }

        assertThat(out.toString())
                .isEqualToIgnoringCase(
                        "{\"name\":\"M\u00fcller \\u001b[2J\\u009b2J\\u007f\\u202egnp.exe\\u2028\ud83d\ude00\",\"more\":1}\n");
    }

    @Test
    void csv_holds_the_same_and_no_formula() {
        String csv = CsvTable.of(
                new Grid("t", List.of("a"), List.of(List.of(Grid.Cell.plain(NAME)), List.of(Grid.Cell.plain("=1+1")))));

        assertThat(csv.chars().anyMatch(c -> c != '\n' && Visible.isHarmful((char) c)))
                .isFalse();
        assertThat(csv).contains("'=1+1");
    }
}
