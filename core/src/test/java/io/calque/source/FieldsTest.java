package io.calque.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private final Findings findings = new Findings();

    @Test
    void what_nobody_asked_for_is_unknown_and_the_near_miss_is_named() {
        try (Fields fields = fields("{licences: [standard], desciption: x}")) {
            assertThat(fields.scalars("licences")).hasSize(1);
            assertThat(fields.text("description")).isEmpty();
        }
        assertThat(findings.sorted()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.UNKNOWN_KEY);
            assertThat(f.help()).isEqualTo("Did you mean description?");
            assertThat(f.place()).hasToString("t.yaml:1:24");
        });
    }

    @Test
    void wrong_shapes_are_told_once_each_and_read_as_absent() {
        try (Fields fields = fields("{a: [1], b: maybe, c: x, e: {k: 1}}")) {
            assertThat(fields.text("a")).isEmpty();
            assertThat(fields.flag("b")).isEmpty();
            assertThat(fields.fields("c")).isEmpty();
            assertThat(fields.requiredText("d")).isEmpty();
            assertThat(fields.scalars("e")).isEmpty();
        }
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        Code.WRONG_SHAPE, Code.WRONG_SHAPE, Code.WRONG_SHAPE, Code.WRONG_SHAPE, Code.MISSING_KEY);
    }

    @Test
    void yes_and_no_are_read_as_yaml_and_as_the_product_writes_them() {
        Fields fields = fields("{a: true, b: True, c: FALSE, d: 'False'}");

        assertThat(fields.flag("a")).contains(true);
        assertThat(fields.flag("b")).contains(true);
        assertThat(fields.flag("c")).contains(false);
        assertThat(fields.flag("d")).contains(false);
    }

    @Test
    void a_key_with_nothing_behind_it_is_there_but_empty() {
        Fields fields = fields("{voice: null}");

        assertThat(fields.has("voice")).isTrue();
        assertThat(fields.node("voice")).isEmpty();
        assertThat(fields.has("other")).isFalse();
    }

    private Fields fields(String text) {
        Node root = Yaml.read(new SourceText("t.yaml", text), findings).orElseThrow();
        return Fields.of(root, "the file", findings).orElseThrow();
    }
}
