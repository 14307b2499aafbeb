package io.calque.cli.verb;

import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import java.util.List;

/** Findings beside an answer: told on standard error, the first of many, and how many there are. */
final class FindingsOutput {
    /** More than anybody reads at once; the rest is counted. */
    private static final int MOST = 50;

    private FindingsOutput() {}

    /** Tells them; the answer is no when any of them is an error. */
    static Exit tell(Terminal terminal, Findings findings) {
        List<Finding> all = findings.sorted();
        new FindingText(terminal.err(), terminal.errInk()).print(all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            terminal.err().println("… and more: " + FindingText.count(all) + " in all; --format json holds each");
        }
        return findings.hasErrors() ? Exit.NO : Exit.DONE;
    }
}
