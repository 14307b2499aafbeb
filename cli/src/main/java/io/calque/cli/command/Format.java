package io.calque.cli.command;

import java.util.Locale;

/** The shape in which an answer is printed. */
public enum Format {
    /** For people. */
    TEXT,
    /** For programs: exactly one document, or JSON Lines where the command says so. */
    JSON,
    /** For spreadsheets and scripts. */
    CSV,
    /** Markdown. */
    MD,
    /** A page of its own, nothing fetched from elsewhere. */
    HTML,
    /** A workbook. */
    XLSX,
    /** A report to file. */
    PDF,
    /** Findings for code hosts. */
    SARIF,
    /** Findings as a test report, for build servers. */
    JUNIT,
    /** Findings as annotations of GitHub's workflows. */
    GITHUB;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
