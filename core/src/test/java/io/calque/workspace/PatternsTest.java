package io.calque.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.calque.assign.When;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.source.SourceText;
import io.calque.source.Yaml;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
    private final Findings findings = new Findings();

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(.*)*b", "(a*)*(a*)*c", "(?:a|b|ab)*d"})
    void no_pattern_takes_more_than_linear_time_or_overflows(String pattern) {
        When.ValueTest test = test(pattern).orElseThrow();

        for (String value : new String[] {"a".repeat(60), "a".repeat(100_000)}) {
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> test.passes(value)))
                    .isFalse();
        }
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void a_pattern_matches_from_end_to_end() {
        When.ValueTest test = test("Sal(es|a)").orElseThrow();

        assertThat(test.passes("Sales")).isTrue();
        assertThat(test.passes("Sales force")).isFalse();
        assertThat(test.passes("PreSales")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=x)y", "(?<!x)y", "(a)\\1", "a++", "(", "a{1001}"})
    void what_can_not_be_matched_in_linear_time_is_a_finding(String pattern) {
        assertThat(test(pattern)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.WRONG_SHAPE);
        assertThat(findings.sorted().getFirst().help()).startsWith("Patterns have RE2 syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "((((([a-z]{1000}){1000}){1000}){1000}){1000}){1000}",
                "(\\\\w{9,}){1000}(x{1000}){90}"
            })
    void a_pattern_that_grows_when_repetitions_are_written_out_is_a_finding(String pattern) {
        assertThat(test(pattern)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.WRONG_SHAPE);
    }

    @Test
    void an_endless_pattern_is_a_finding() {
        assertThat(test("a|".repeat(1_000_000))).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.WRONG_SHAPE);
    }

    @ParameterizedTest
    @CsvSource({
        "abc,3",
        "a{5}b{5},10",
        "(ab){3},6",
        "((ab){3}c){2},14",
        "[a-z()]{4},4",
        "[]a]{2},2",
        "'a{,3}',5",
        "'a{2,7}',7",
        "(a|b)*,4"
    })
    void the_size_of_a_pattern_counts_what_is_written_out(String pattern, long size) {
        assertThat(PatternSize.of(pattern)).isEqualTo(size);
    }

    private Optional<When.ValueTest> test(String pattern) {
        String yaml = "column: {Department: {pattern: '" + pattern + "'}}";
        return Yaml.read(new SourceText("t.yaml", yaml), findings)
                .flatMap(node -> new WhenReader(_ -> Optional.empty(), findings).read(node))
                .map(when -> ((When.HasAttribute) when).test());
    }
}
