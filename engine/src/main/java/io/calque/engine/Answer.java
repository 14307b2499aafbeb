package io.calque.engine;

import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import java.util.List;

/**
 * What a use case answers, with what it found on the way.
 *
 * @param value the answer
 * @param findings what is wrong or odd, in reading order; an answer with errors among them is right as far as it goes
 */
public record Answer<T>(T value, List<Finding> findings) {
    public Answer {
        findings = List.copyOf(findings);
    }

    static <T> Answer<T> of(T value, Findings findings) {
        return new Answer<>(value, findings.sorted());
    }

    /** Whether anything found is an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
