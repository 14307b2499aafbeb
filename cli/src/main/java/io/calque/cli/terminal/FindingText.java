package io.calque.cli.terminal;

import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Findings as people and editors read them: {@code policies.yaml:12:5: error CQ301 message}, and the remedy below. */
public final class FindingText {
    /** More than anybody reads at once. */
    private static final int MOST = 50;

    private final PrintWriter out;
    private final Ink ink;

    /** Prints to this writer with these colours. */
    public FindingText(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    /** Prints them in the order given. */
    public void print(List<Finding> findings) {
        findings.forEach(this::print);
    }

    /**
     * Prints the first of them in the order given and how many there are.
     *
     * @param rest where the rest is to be had, as the end of a sentence; empty for nowhere else
     */
    public void printFirst(List<Finding> findings, String rest) {
        print(findings.subList(0, Math.min(MOST, findings.size())));
        if (findings.size() > MOST) {
            out.println("… and more: " + count(findings) + " in all" + rest);
        }
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
            long n = findings.stream().filter(f -> f.severity() == severity).count();
            if (n > 0) {
                parts.add(
                        switch (severity) {
                            case ERROR -> n == 1 ? "1 error" : n + " errors";
                            case WARNING -> n == 1 ? "1 warning" : n + " warnings";
                            case INFO -> n == 1 ? "1 remark" : n + " remarks";
                        });
            }
        }
        return parts.isEmpty() ? "no findings" : String.join(", ", parts);
    }
}
