package io.calque.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private final Findings findings = new Findings();

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_header_tells_the_separator(String separator) {
        assertThat(read("SamAccountName,Name\nann,'Ann'\n".replace(",", separator)))
                .containsExactly(List.of("SamAccountName", "Name"), List.of("ann", "'Ann'"));
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() {
        assertThat(read("\uFEFFName\nAnn\n")).first().isEqualTo(List.of("Name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_is_told_by_its_mark(String charset) {
        assertThat(read("\uFEFFName\nZoë 😀\n".getBytes(Charset.forName(charset))))
                .containsExactly(List.of("Name"), List.of("Zoë 😀"));
    }

    @Test
    void what_is_no_utf_8_is_windows_1252() {
        assertThat(read("Name\nJürgen O’Neil €\n".getBytes(Charset.forName("windows-1252"))))
                .containsExactly(List.of("Name"), List.of("Jürgen O’Neil €"));
    }

    @Test
    void a_character_across_the_look_ahead_is_still_utf_8() {
        String text = "Name\n" + "x".repeat((1 << 16) - 6) + "é\n";

        assertThat(read(text))
                .last()
                .satisfies(row -> assertThat(row.getFirst()).endsWith("xé"));
    }

    @Test
    void bytes_that_are_no_text_are_told_and_never_replaced() {
        byte[] bytes = "Name\nAnn\nx\n".getBytes(StandardCharsets.US_ASCII);
        bytes[9] = (byte) 0x81;

        read(bytes);

        assertThat(findings.sorted()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.UNREADABLE_FILE);
            assertThat(f.message()).doesNotContain("Input length");
        });
        assertThatThrownBy(() -> Encoding.text("x.yaml", () -> new ByteArrayInputStream(bytes)))
                .isInstanceOf(Fault.class)
                .hasMessage("holds bytes that are no text in its encoding");
    }

    @Test
    void a_row_of_another_width_is_told_with_its_line_and_the_rest_is_read() {
        assertThat(read("a,b\n1,2\n3\n4,5,6\n7,8\n"))
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("7", "8"));
        assertThat(findings.sorted())
                .extracting(Finding::code, f -> String.valueOf(f.place()), Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Code.ROW_WIDTH, "t.csv:3", "the row has 1 field, the header 2"),
                        org.assertj.core.groups.Tuple.tuple(
                                Code.ROW_WIDTH, "t.csv:4", "the row has 3 fields, the header 2"));
    }

    @Test
    void a_quoted_value_may_hold_separators_quotes_and_lines() {
        assertThat(read("a,b\n\"x, \"\"y\"\"\nz\",2\n")).last().isEqualTo(List.of("x, \"y\"\nz", "2"));
    }

    @Test
    void an_open_quote_is_told_with_the_line_on_which_its_row_begins() {
        assertThat(read("a,b\n1,2\n\"3,4\n5,6\n")).hasSize(2);
        assertThat(findings.sorted()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.TABLE_BROKEN);
            assertThat(f.place()).hasToString("t.csv:3");
        });
    }

    @Test
    void an_endless_line_is_told_and_not_swallowed() {
        byte[] bytes = new byte[50_000_000];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy("a,b\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);

        read(bytes);

        assertThat(findings.sorted()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.TABLE_BROKEN);
            assertThat(f.place()).hasToString("t.csv:2");
            assertThat(f.message()).contains("longer than");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void an_empty_file_is_told_as_empty(String text) {
        read(text);

        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.EMPTY_TABLE);
    }

    @Test
    void a_column_given_twice_is_told_but_trailing_empty_columns_are_not() {
        read("a,b,a,,\n1,2,3,,\n");

        assertThat(findings.sorted())
                .extracting(Finding::code, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Code.DUPLICATE_KEY, "the column 'a' stands in the header twice"));
    }

    @Test
    void a_file_that_can_not_be_opened_is_a_finding() {
        assertThat(Table.open(
                        "t.csv",
                        () -> {
                            throw new FileNotFoundException("no such file");
                        },
                        findings))
                .isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.UNREADABLE_FILE);
    }

    private List<List<String>> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<String>> read(byte[] bytes) {
        return rows(bytes, findings);
    }

    /** The header and all good rows. */
    static List<List<String>> rows(byte[] bytes, Findings findings) {
        Bytes source = () -> (InputStream) new ByteArrayInputStream(bytes);
        List<List<String>> rows = new ArrayList<>();
        Table.open("t.csv", source, findings).ifPresent(table -> {
            try (table) {
                rows.add(table.header());
                for (Table.Row row = table.next(); row != null; row = table.next()) {
                    Table.Row good = row;
                    rows.add(IntStream.range(0, table.header().size())
                            .mapToObj(good::get)
                            .toList());
                }
            }
        });
        return rows;
    }
}
