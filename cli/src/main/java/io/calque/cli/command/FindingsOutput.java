package io.calque.cli.command;

import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import java.util.List;

/** Findings beside an answer: told on standard error, the first of many, and how many there are. */
public final class FindingsOutput {
    private FindingsOutput() {}

    /** Tells them; the answer is no when any of them is an error. */
    public static Exit tell(Terminal terminal, Findings findings) {
        return tell(terminal, findings.sorted());
    }

    /** The same for findings in reading order. */
    public static Exit tell(Terminal terminal, List<Finding> findings) {
        new FindingText(terminal.err(), terminal.errInk()).print(findings);
        return findings.stream().anyMatch(Finding::isError) ? Exit.NO : Exit.DONE;
    }
}
