package io.calque.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in: text, a finding, or a fault that carries findings. Never another exception. */
class ForeignInputTest {
    private static final List<String> YAML_BITS = List.of(
            "a",
            "b: ",
            ": ",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "&x ",
            "*x",
            "!!str ",
            "!t ",
            "|\n",
            ">-\n",
            "'",
            "\"",
            "\\x",
            "\\U00110000",
            "\n",
            "\n  ",
            "\t",
            "#",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "%YAML 99999999999.1\n",
            "%TAG ! t:\n",
            "~",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "😀",
            "<<: ",
            "@",
            "`",
            "\r");
    private static final List<String> CSV_BITS = List.of(
            "a", "b", ",", ";", "\t", "\n", "\r\n", "\r", "\"", "\"\"", " ", "é", "😀", "\u0000", "\uFEFF", "=1+1");

    @Property(tries = 2000)
    void any_text_is_yaml_or_a_finding(@ForAll("yaml") String text) {
        Findings findings = new Findings();

        Optional<Node> root = Yaml.read(new SourceText("t.yaml", text), findings);

        assertThat(root.isPresent() || findings.hasErrors()).isTrue();
    }

    @Property(tries = 300)
    void any_unicode_is_yaml_or_a_finding(@ForAll String text) {
        any_text_is_yaml_or_a_finding(text);
    }

    @Property(tries = 1000)
    void any_text_is_a_table_or_a_finding(@ForAll("csv") String text) {
        Findings findings = new Findings();

        List<List<String>> rows = TableTest.rows(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), findings);

        assertThat(rows.size() > 0 || findings.hasErrors()).isTrue();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst()));
    }

    @Property(tries = 500)
    void any_bytes_are_a_table_or_a_finding(@ForAll byte[] bytes) {
        Findings findings = new Findings();

        List<List<String>> rows = TableTest.rows(bytes, findings);

        assertThat(rows.size() > 0 || findings.hasErrors()).isTrue();
    }

    @Property(tries = 500)
    void any_bytes_are_text_or_a_fault(@ForAll byte[] bytes) {
        try {
            assertThat(Encoding.text("x", () -> new ByteArrayInputStream(bytes)).text())
                    .isNotNull();
        } catch (Fault fault) {
            assertThat(fault.findings()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> yaml() {
        return Arbitraries.of(YAML_BITS)
                .list()
                .ofMaxSize(25)
                .map(bits -> bits.stream().collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> csv() {
        return Arbitraries.of(CSV_BITS)
                .list()
                .ofMaxSize(25)
                .map(bits -> bits.stream().collect(Collectors.joining()));
    }
}
