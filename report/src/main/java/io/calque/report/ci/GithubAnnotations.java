package io.calque.report.ci;

import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import java.io.PrintWriter;
import java.util.List;

/** Findings as GitHub's workflow commands, which appear beside the lines of a pull request (GitHub Docs, "Workflow commands"). */
public final class GithubAnnotations {
    private GithubAnnotations() {}

    /**
     * Writes one line for each finding.
     *
     * @param folder the workspace's folder, from the repository's root
     */
    public static void print(PrintWriter out, List<Finding> findings, String folder) {
        for (Finding finding : findings) {
            PlacedFinding placed = PlacedFinding.of(finding, folder);
            StringBuilder line =
                    new StringBuilder("::").append(command(finding.severity())).append(' ');
            if (!placed.file().isEmpty()) {
                line.append("file=").append(property(placed.file())).append(',');
            }
            if (placed.line() > 0) {
                line.append("line=").append(placed.line()).append(',');
            }
            if (placed.column() > 0) {
                line.append("col=").append(placed.column()).append(',');
            }
            String title = finding.code().id() + " " + finding.code().title();
            out.print(line.append("title=").append(property(title)).append("::").append(data(placed.text())) + "\n");
        }
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    /** Escapes as GitHub's own toolkit does (actions/toolkit, core/src/command.ts, escapeData). */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The same for values of properties (escapeProperty). */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
