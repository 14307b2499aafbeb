package io.calque.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule's page holds an example that raises its finding and one that does not, and both are tried here. */
class FindingPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "findings");

    static Stream<Code> codes() {
        return Lint.codes().stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void what_a_page_says_to_avoid_raises_its_finding_with_a_place(Code code) throws IOException {
        assertThat(Workspaces.findings(example(code, "Avoid"), code))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.place()).isNotNull();
                    assertThat(finding.message())
                            .isNotBlank()
                            .doesNotEndWith(".")
                            .doesNotContain("Optional", "[");
                });
    }

    @ParameterizedTest
    @MethodSource("codes")
    void what_a_page_says_to_prefer_does_not(Code code) throws IOException {
        assertThat(Workspaces.findings(example(code, "Prefer"), code))
                .extracting(Finding::message)
                .isEmpty();
    }

    @Test
    void no_code_belongs_to_two_rules() {
        assertThat(Lint.codes()).hasSize(15).doesNotHaveDuplicates();
    }

    private static String example(Code code, String kind) throws IOException {
        String page = Files.readString(PAGES.resolve(code.id() + ".md"));
        Matcher example =
                Pattern.compile(kind + ":\n```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        List<String> found = example.results().map(result -> result.group(1)).toList();
        assertThat(found).as(code.id() + ": one example of what to " + kind).hasSize(1);
        return found.getFirst();
    }
}
