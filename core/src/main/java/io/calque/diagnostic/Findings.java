package io.calque.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, so that all faults of an input are told at once. Not thread-safe; one collector belongs to one reading. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /** Adds one. */
    public void add(Finding finding) {
        all.add(finding);
    }

    /** Adds many. */
    public void addAll(Iterable<Finding> findings) {
        findings.forEach(all::add);
    }

    /** Whether any of them is an error. */
    public boolean hasErrors() {
        return all.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /** All of them in reading order, without repetitions. */
    public List<Finding> sorted() {
        return all.stream().distinct().sorted(Finding.ORDER).toList();
    }
}
