package io.calque.diagnostic;

import java.util.List;

/**
 * Something could not be done: an input can't be used or the environment refuses. It carries findings, never only a text, so that
 * every front end can show it the same way; the command line ends with status 1 and prints no stack trace.
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** A fault with the findings that explain it; at least one. */
    public Fault(List<Finding> findings) {
        super(findings.getFirst().message());
        this.findings = List.copyOf(findings);
    }

    /** A fault with a single finding. */
    public Fault(Finding finding) {
        this(List.of(finding));
    }

    /** What is wrong, in reading order. */
    public List<Finding> findings() {
        return findings;
    }
}
