package io.calque.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = new Findings();

    @Test
    void a_million_findings_of_one_code_are_the_first_thousand_and_a_count() {
        IntStream.rangeClosed(1, 1_000_000).forEach(line -> findings.add(row(line)));

        assertThat(findings.sorted()).hasSize(Findings.MOST + 1);
        assertThat(findings.sorted().getFirst().place()).hasToString("people.csv:1");
        assertThat(findings.sorted().getLast().count()).isEqualTo(999_000);
        assertThat(findings.sorted().getLast().message())
                .isEqualTo("999,000 more of the same kind: row of another width");
    }

    @Test
    void a_count_survives_when_findings_are_gathered_again() {
        IntStream.rangeClosed(1, 1_500).forEach(line -> findings.add(row(line)));
        Findings gathered = new Findings();
        gathered.addAll(findings.sorted());
        gathered.addAll(findings.sorted());

        assertThat(gathered.sorted().stream().mapToLong(Finding::count).sum()).isEqualTo(1_000 + 500 + 500);
        assertThat(gathered.hasErrors()).isTrue();
    }

    @Test
    void one_code_does_not_crowd_out_another() {
        IntStream.rangeClosed(1, 5_000).forEach(line -> findings.add(row(line)));
        Finding other =
                Finding.of(Code.NAMELESS_PERSON, "the row names no person").at(Place.line("people.csv", 9_999));
        findings.add(other);

        assertThat(findings.sorted()).contains(other);
    }

    @Test
    void equal_findings_are_one() {
        findings.add(row(3));
        findings.add(row(3));

        assertThat(findings.sorted())
                .singleElement()
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(1));
    }

    private static Finding row(int line) {
        return Finding.of(Code.ROW_WIDTH, "the row has 1 field, the header 2").at(Place.line("people.csv", line));
    }
}
