package io.calque.directory;

import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Step;
import java.util.List;

/** What came of one step of a connection test. */
public sealed interface StepResult {
    /** Which step. */
    Step step();

    /**
     * It worked.
     *
     * @param detail what was found, in a few words
     */
    record Passed(Step step, String detail) implements StepResult {}

    /**
     * It did not work.
     *
     * @param findings why, and what to do
     */
    record Failed(Step step, List<Finding> findings) implements StepResult {
        public Failed {
            findings = List.copyOf(findings);
        }
    }

    /** It was not tried, because one before it failed. */
    record NotTried(Step step) implements StepResult {}
}
