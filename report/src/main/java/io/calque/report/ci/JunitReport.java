package io.calque.report.ci;

import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.report.markup.Markup;
import java.util.List;

/**
 * Findings as a test report in the XML of Ant's JUnit task, which every build server reads. Each error is a test that failed, each warning
 * a test that passed with a remark; a workspace without either is one test that passed, so that the report is never empty.
 */
public final class JunitReport {
    private static final String SUITE = "calque check";

    private JunitReport() {}

    /**
     * The report.
     *
     * @param folder the workspace's folder, from the repository's root
     */
    public static String of(List<Finding> findings, String folder) {
        List<Finding> cases =
                findings.stream().filter(f -> f.severity() != Severity.INFO).toList();
        long failed = cases.stream().filter(Finding::isError).count();
        Markup xml = new Markup()
                .constant("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .begin(
                        "testsuite",
                        "name",
                        SUITE,
                        "tests",
                        String.valueOf(Math.max(1, cases.size())),
                        "failures",
                        String.valueOf(failed),
                        "errors",
                        "0",
                        "skipped",
                        "0");
        if (cases.isEmpty()) {
            xml.empty("testcase", "classname", SUITE, "name", "the workspace has no errors and no warnings");
        }
        cases.forEach(finding -> testCase(xml, PlacedFinding.of(finding, folder)));
        return xml.end().toString();
    }

    private static void testCase(Markup xml, PlacedFinding placed) {
        Finding finding = placed.finding();
        String place = placed.file().isEmpty() ? "" : " " + placed.file() + ":" + placed.line() + ":" + placed.column();
        xml.begin("testcase", "classname", SUITE, "name", finding.code().id() + place);
        if (finding.isError()) {
            xml.element(
                    "failure",
                    placed.text(),
                    "type",
                    finding.code().id(),
                    "message",
                    finding.code().title());
        } else {
            xml.element("system-out", placed.text());
        }
        xml.end();
    }
}
