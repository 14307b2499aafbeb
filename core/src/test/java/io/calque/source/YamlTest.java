package io.calque.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTest {
    private final Findings findings = new Findings();

    @Test
    void every_value_knows_its_place() {
        Node.Mapping root =
                (Node.Mapping) read("a: 1\nlist:\n  - x\n  - {k: 'v'}\n").orElseThrow();
        Node.Sequence list = (Node.Sequence) root.entries().get(1).value();
        Node.Mapping inner = (Node.Mapping) list.items().get(1);

        assertThat(root.entries().get(0).value().place()).hasToString("t.yaml:1:4");
        assertThat(list.items().get(0).place()).hasToString("t.yaml:3:5");
        assertThat(inner.entries().getFirst().key().place()).hasToString("t.yaml:4:6");
        assertThat(inner.entries().getFirst().value().place()).hasToString("t.yaml:4:9");
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void an_empty_file_is_a_null_at_its_beginning() {
        assertThat(read("")).hasValueSatisfying(node -> {
            assertThat(node.place()).hasToString("t.yaml:1:1");
            assertThat(((Node.Scalar) node).isNull()).isTrue();
        });
        assertThat(read("# only a remark\n")).isPresent();
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void null_is_a_word_only_without_quotes() {
        Node.Sequence list =
                (Node.Sequence) read("[null, ~, '', 'null', \"~\"]").orElseThrow();

        assertThat(list.items().stream().map(n -> ((Node.Scalar) n).isNull()))
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void a_key_given_twice_is_told_at_the_second_and_the_first_stays() {
        Node.Mapping root = (Node.Mapping) read("a: 1\nb: 2\na: {c: 3}\n").orElseThrow();

        assertThat(root.entries()).hasSize(2);
        assertTold(Code.DUPLICATE_KEY, "t.yaml:3:1");
    }

    @Test
    void a_key_that_is_a_list_is_told_and_reading_goes_on() {
        assertThat(read("? [a, b]\n: 1\nc: 2\n"))
                .hasValueSatisfying(
                        node -> assertThat(((Node.Mapping) node).entries()).hasSize(1));
        assertTold(Code.YAML_SYNTAX, "t.yaml:1:3");
    }

    @Test
    void a_tab_is_told_as_a_tab() {
        assertThat(read("a:\n\tb: 1\n")).isEmpty();
        assertThat(findings.sorted()).singleElement().satisfies(f -> {
            assertThat(f.message()).isEqualTo("a tab where YAML wants spaces");
            assertThat(f.help()).isEqualTo("Indent with spaces");
            assertThat(f.place()).hasToString("t.yaml:2:1");
        });
    }

    @Test
    void an_alias_inside_what_it_names_is_refused() {
        assertThat(read("a: &x\n  b: *x\n")).isEmpty();
        assertTold(Code.YAML_SYNTAX, "t.yaml:2:6");
    }

    @Test
    void an_alias_to_nothing_is_refused() {
        assertThat(read("a: *x\n")).isEmpty();
        assertTold(Code.YAML_SYNTAX, "t.yaml:1:4");
    }

    @Test
    void an_alias_stands_for_what_it_names() {
        Node.Mapping root = (Node.Mapping) read("a: &x [1, 2]\nb: *x\n").orElseThrow();

        assertThat(root.entries().get(1).value())
                .isEqualTo(root.entries().get(0).value());
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String item = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, item))));
        }

        assertThat(read(bomb.toString())).isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).startsWith("aliases make this larger"));
    }

    @Test
    void depth_is_bounded_and_aliases_do_not_stretch_the_bound() {
        assertThat(read("[".repeat(100) + "]".repeat(100))).isPresent();
        assertThat(read("[".repeat(101) + "]".repeat(101))).isEmpty();
        assertThat(read("- &a " + "[".repeat(90) + "]".repeat(90) + "\n- " + "[".repeat(90) + "*a" + "]".repeat(90)))
                .isEmpty();
        assertThat(findings.sorted())
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.message()).isEqualTo("nested more than 100 levels deep"));
    }

    @Test
    void very_deep_nesting_does_not_overflow() {
        assertThat(read("[".repeat(200_000))).isEmpty();
        assertThat(findings.hasErrors()).isTrue();
    }

    @Test
    void a_second_document_is_refused() {
        assertThat(read("a: 1\n---\nb: 2\n")).isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).isEqualTo("a second document begins here"));
    }

    /** Of the largest size that is read at all. */
    static Stream<String> largest() {
        int size = 3_900_000;
        return Stream.of(
                " ".repeat(size),
                "a:" + " ".repeat(size) + "b",
                "a: 'x" + " ".repeat(size) + "y'",
                "a: \"x" + " ".repeat(size) + "y\"",
                "a: x" + "\n ".repeat(size / 2) + "y",
                "a: |\n" + " \n".repeat(size / 2),
                "\n".repeat(size),
                "#" + " ".repeat(size),
                "a".repeat(size),
                "[" + "a,".repeat(size / 2) + "]",
                "{" + "a".repeat(size) + "}");
    }

    @ParameterizedTest
    @MethodSource("largest")
    void work_grows_with_the_size_of_the_text_alone(String text) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();

        read(text);

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(4_000_000_000L);
    }

    @Tag("raises-CQ102")
    @Test
    void a_file_is_refused_by_its_size_before_it_is_read() {
        Bytes huge = new Bytes() {
            @Override
            public InputStream open() {
                throw new AssertionError("was read");
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(1L << 30);
            }
        };

        assertThat(Yaml.read("t.yaml", huge, findings)).isEmpty();
        assertTold(Code.FILE_TOO_LARGE, "t.yaml");
        assertThat(Table.open(
                        "t.csv",
                        new Bytes() {
                            @Override
                            public InputStream open() {
                                throw new AssertionError("was read");
                            }

                            @Override
                            public OptionalLong size() {
                                return OptionalLong.of(1L << 40);
                            }
                        },
                        findings))
                .isEmpty();
    }

    @Tag("raises-CQ102")
    @Test
    void a_file_beyond_all_sense_is_refused_before_it_is_parsed() {
        assertThat(read("#" + "x".repeat(50_000_000))).isEmpty();
        assertTold(Code.FILE_TOO_LARGE, "t.yaml");
    }

    @Tag("spares-CQ102")
    @Test
    void a_long_list_of_real_values_is_no_alias_bomb() {
        assertThat(read("- a\n".repeat(500_000))).isPresent();
        assertThat(findings.sorted()).isEmpty();
    }

    private Optional<Node> read(String text) {
        return Yaml.read(new SourceText("t.yaml", text), findings);
    }

    private void assertTold(Code code, String place) {
        List<Finding> told = findings.sorted();
        assertThat(told).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.place()).extracting(Place::toString).isEqualTo(place);
        });
    }
}
