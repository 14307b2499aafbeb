package io.calque.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingTextTest {
    private final StringWriter text = new StringWriter();
    private final Findings findings = new Findings();

    @Test
    void of_a_million_findings_twenty_are_printed_and_all_are_counted() {
        IntStream.rangeClosed(1, 1_000_000).forEach(line -> add(Code.ROW_WIDTH, line));

        assertThat(lines()).hasSize(21).endsWith("… and error CQ109 999,980 more times");
        assertThat(FindingText.count(findings.sorted())).isEqualTo("1,000,000 errors");
    }

    @Test
    void everybody_who_is_left_out_is_printed() {
        IntStream.rangeClosed(1, Findings.MOST).forEach(line -> add(Code.FAULTY_PEOPLE, line));

        assertThat(lines()).hasSize(Findings.MOST);
    }

    private void add(Code code, int line) {
        findings.add(Finding.of(code, "row " + line).at(Place.line("people.csv", line)));
    }

    private String[] lines() {
        PrintWriter out = new PrintWriter(text);
        new FindingText(out, Ink.of(false)).print(findings.sorted());
        out.flush();
        return text.toString().split("\\R");
    }
}
