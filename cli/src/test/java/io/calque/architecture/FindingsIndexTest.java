package io.calque.architecture;

import io.calque.diagnostic.Code;
import io.calque.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The index of the findings' pages, written from the codes; {@code -Dcalque.golden=rewrite} writes it anew. */
@Tag("golden")
class FindingsIndexTest {
    private static final Path INDEX = Checkout.ROOT.resolve("docs/findings/README.md");

    private static final Map<Character, String> GROUPS = new TreeMap<>(Map.of(
            '1', "## Input\nFiles and tables that can't be read, or not as a whole.",
            '2', "## Catalogue\nSettings, values and names that the product does not know.",
            '3', "## Licence\nThe proof, the traps around it, and the workspace's own tests.",
            '4', "## Assignment\nPersonas, rules, exceptions.",
            '5', "## Plan\nPeople and the server, on the way to a plan.",
            '6', "## Apply\nCarrying a plan out.",
            '7', "## Directory\nPeople from a directory.",
            '8', "## Server\nA live server.",
            '9', "## Internal\nCalque itself."));

    @Test
    void the_index_lists_every_finding() throws IOException {
        String index = index();
        Golden.check(INDEX, index);
    }

    private static String index() {
        StringBuilder index = new StringBuilder("""
                # Findings

                Everything that Calque tells has a code that never changes its meaning, a severity, a place where there is one, and a remedy.

                * **error**: a rule is broken or an input can't be used. Only errors make a command answer no.
                * **warning**: allowed, and probably not what was meant.
                * **info**: worth knowing.

                `calque check` looks for those of the first four hundreds. The examples under *Avoid* and *Prefer* are tried by the tests.
                """);
        GROUPS.forEach((digit, heading) -> {
            StringBuilder group = new StringBuilder();
            for (Code code : Code.values()) {
                if (code.id().charAt(2) == digit) {
                    group.append("* [%s](%s.md): %s (%s)\n"
                            .formatted(
                                    code.id(),
                                    code.id(),
                                    code.title(),
                                    code.severity().word()));
                }
            }
            if (!group.isEmpty()) {
                index.append('\n').append(heading).append("\n\n").append(group);
            }
        });
        return index.toString();
    }
}
