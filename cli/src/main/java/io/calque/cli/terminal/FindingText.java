package io.calque.cli.terminal;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.report.text.Amount;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as people and editors read them: {@code policies.yaml:12:5: error CQ301 message}, and the remedy below. */
public final class FindingText {
    /** Of one code: more than anybody reads at once. */
    private static final int MOST = 20;

    private final PrintWriter out;
    private final Ink ink;

    /** Prints to this writer with these colours. */
    public FindingText(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    /** Prints them in the order given; of each code and severity the first {@value #MOST}, and how many more there are. */
    public void print(List<Finding> findings) {
        Map<String, Long> printed = new HashMap<>();
        Map<String, Long> hidden = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String kind = finding.severity().word() + " " + finding.code().id();
            boolean first = printed.merge(kind, 1L, Long::sum) <= MOST;
            // Whoever leaves people out must be able to see whom: there are never more than a thousand.
            if (finding.count() == 1 && (first || finding.code() == Code.FAULTY_PEOPLE)) {
                print(finding);
            } else {
                hidden.merge(kind, finding.count(), Long::sum);
            }
        }
        hidden.forEach((kind, count) -> out.println("… and " + kind + " " + Amount.of(count) + " more times"));
    }

    private void print(Finding finding) {
        String place =
                finding.place() == null ? "" : Printable.of(finding.place().toString()) + ": ";
        out.println(ink.bold(place)
                + ink.severity(finding.severity(), finding.severity().word()) + " "
                + finding.code().id() + " " + Printable.of(finding.message()));
        if (finding.help() != null) {
            out.println("    " + ink.faint("help: ") + Printable.of(finding.help()));
        }
    }

    /** How many of each severity, as in {@code 2 errors, 1 warning}; {@code no findings} when there are none. */
    public static String count(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long n = findings.stream()
                    .filter(f -> f.severity() == severity)
                    .mapToLong(Finding::count)
                    .sum();
            if (n > 0) {
                parts.add(
                        switch (severity) {
                            case ERROR -> n == 1 ? "1 error" : Amount.of(n) + " errors";
                            case WARNING -> n == 1 ? "1 warning" : Amount.of(n) + " warnings";
                            case INFO -> n == 1 ? "1 remark" : Amount.of(n) + " remarks";
                        });
            }
        }
        return parts.isEmpty() ? "no findings" : String.join(", ", parts);
    }
}
