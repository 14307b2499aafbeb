package io.calque.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.commands.Commands;
import io.calque.diagnostic.Code;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documentation keeps up with the code. */
@Tag("architecture")
class DocumentationTest {
    private static final Path DOCS = Checkout.ROOT.resolve("docs");
    private static final Pattern ARTIFACT = Pattern.compile(
            "<(?:dependency|plugin|path)>\\s*(?:<groupId>[^<]*</groupId>\\s*)?<artifactId>([^<]+)</artifactId>");

    @Test
    void every_finding_has_a_page_with_its_title() {
        assertThat(Code.values()).hasSizeGreaterThan(10).allSatisfy(code -> {
            Path page = DOCS.resolve("findings/" + code.id() + ".md");
            assertThat(page).exists();
            String text = Checkout.read(page);
            assertThat(text.lines().findFirst()).hasValue("# " + code.id() + ": " + code.title());
            assertThat(text).contains("## Example").contains("## What to do").contains("## Why");
        });
    }

    @Test
    void every_page_of_a_finding_has_its_finding() {
        List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
        assertThat(Checkout.list(DOCS.resolve("findings")).stream()
                        .map(file -> file.getFileName().toString().replace(".md", ""))
                        .filter(id -> id.startsWith("CQ")))
                .isNotEmpty()
                .allMatch(ids::contains);
    }

    @Test
    void finding_codes_are_in_numeric_order_and_differ() {
        assertThat(Arrays.stream(Code.values()).map(Code::id)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_dependency_says_why_it_is_there() {
        String why = Checkout.read(DOCS.resolve("dependencies.md"));
        List<String> artifacts = Stream.concat(Stream.of(Checkout.ROOT), Checkout.modules().stream())
                .map(module -> Checkout.read(module.resolve("pom.xml")))
                .flatMap(pom -> ARTIFACT.matcher(pom).results().map(DocumentationTest::name))
                .filter(name -> !name.startsWith("calque-") && !name.startsWith("maven-"))
                .distinct()
                .toList();
        assertThat(artifacts)
                .hasSizeGreaterThan(8)
                .allSatisfy(artifact -> assertThat(why).contains("`" + artifact + "`"));
    }

    @Test
    void every_command_is_in_the_documentation() {
        String text = Checkout.read(DOCS.resolve("commands.md"));
        assertThat(Commands.words()).allSatisfy(entry -> assertThat(text).contains("`calque " + entry));
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }
}
