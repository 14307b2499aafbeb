package io.calque.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.testing.Golden;
import io.calque.workspace.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The five policies of a new workspace, for every product version. */
class TemplateLintTest {
    @ParameterizedTest
    @EnumSource
    void the_five_policies_pass_the_proof(ProductVersion version) {
        assertThat(findings(version))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .isEmpty();
    }

    @Test
    @Tag("golden")
    void what_a_new_workspace_is_told() {
        for (ProductVersion version : ProductVersion.values()) {
            Golden.check(
                    getClass(),
                    "template-" + version.id() + ".txt",
                    findings(version).stream()
                            .map(f -> f.place() + ": " + f.severity().word() + " "
                                    + f.code().id() + " " + f.message() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    private static List<Finding> findings(ProductVersion version) {
        String files = Template.files(version).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .map(file -> "# " + file.getKey() + "\n" + file.getValue())
                .collect(Collectors.joining());
        return Lint.check(Workspaces.read(files), Optional.empty());
    }
}
