package io.calque.cli.verb;

import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Findings;

/** Findings beside an answer: told on standard error, the first of many, and how many there are. */
final class FindingsOutput {
    private FindingsOutput() {}

    /** Tells them; the answer is no when any of them is an error. */
    static Exit tell(Terminal terminal, Findings findings) {
        new FindingText(terminal.err(), terminal.errInk()).print(findings.sorted());
        return findings.hasErrors() ? Exit.NO : Exit.DONE;
    }
}
