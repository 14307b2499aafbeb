package io.calque.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void findings_are_read_errors_first_then_by_place_and_only_once() {
        Finding late = Finding.of(Code.UNREADABLE_FILE, "b").at(new Place("policies.yaml", 9, 1));
        Finding early = Finding.of(Code.UNREADABLE_FILE, "a").at(new Place("policies.yaml", 2, 7));
        Finding remark = Finding.of(Code.UNREADABLE_FILE, "c").as(Severity.INFO).at(new Place("a.yaml", 1, 1));
        Findings findings = new Findings();
        findings.add(remark);
        findings.add(late);
        findings.add(early);
        findings.add(late);

        assertThat(findings.sorted()).containsExactly(early, late, remark);
        assertThat(findings.hasErrors()).isTrue();
    }

    @Test
    void a_place_prints_as_compilers_print_it() {
        assertThat(new Place("policies.yaml", 12, 5)).hasToString("policies.yaml:12:5");
        assertThat(Place.line("people.csv", 3)).hasToString("people.csv:3");
        assertThat(Place.of("calque.yaml")).hasToString("calque.yaml");
    }
}
