package io.calque.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildServerFormatsTest {
    private static final Finding ERROR = Finding.of(Code.UNKNOWN_KEY, "100% of <keys>,\nunknown")
            .help("Did you mean 'key'?")
            .at(new Place("policies.yaml", 3, 7));
    private static final Finding WARNING =
            Finding.of(Code.UNKNOWN_KEY, "somewhere").as(Severity.WARNING);

    @Test
    void an_annotation_keeps_its_line_whatever_the_text_holds() {
        assertThat(github(List.of(ERROR), "our pool/contoso"))
                .isEqualTo("::error file=our pool/contoso/policies.yaml,line=3,col=7,title=" + Code.UNKNOWN_KEY.id()
                        + " " + Code.UNKNOWN_KEY.title() + "::100%25 of <keys>,%0Aunknown. Did you mean 'key'?\n");
        assertThat(github(List.of(WARNING), ".")).startsWith("::warning title=");
    }

    @Test
    void the_folder_one_is_in_adds_nothing_to_a_files_name() {
        assertThat(List.of(".", "./", "", "./w", "w/", "w\\"))
                .map(folder -> PlacedFinding.of(ERROR, folder).file())
                .containsExactly(
                        "policies.yaml",
                        "policies.yaml",
                        "policies.yaml",
                        "w/policies.yaml",
                        "w/policies.yaml",
                        "w/policies.yaml");
    }

    @Test
    void an_error_is_a_failed_test_and_a_warning_is_not() {
        assertThat(JunitReport.of(List.of(ERROR, WARNING), "w"))
                .contains("tests=\"2\" failures=\"1\"", "w/policies.yaml:3:7", "&lt;keys&gt;", "<system-out>somewhere");
    }

    @Test
    void a_report_is_never_empty() {
        assertThat(JunitReport.of(List.of(), "w")).contains("tests=\"1\" failures=\"0\"", "<testcase ");
    }

    @Test
    void a_log_names_each_rule_once_and_each_place() {
        StringWriter out = new StringWriter();
        SarifLog.print(out, List.of(ERROR, ERROR, WARNING), "our pool");

        assertThat(out.toString())
                .containsOnlyOnce("\"id\":\"" + Code.UNKNOWN_KEY.id() + "\"")
                .contains(
                        "\"version\":\"2.1.0\"",
                        "\"level\":\"error\"",
                        "\"level\":\"warning\"",
                        "{\"uri\":\"our%20pool/policies.yaml\"},\"region\":{\"startLine\":3,\"startColumn\":7}");
    }

    private static String github(List<Finding> findings, String folder) {
        StringWriter out = new StringWriter();
        GithubAnnotations.print(new PrintWriter(out), findings, folder);
        return out.toString();
    }
}
