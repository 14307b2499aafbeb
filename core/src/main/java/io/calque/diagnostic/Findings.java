package io.calque.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects findings, so that all faults of an input are reported at once. Of each code the first {@value #MOST} are kept and the
 * others counted: a million bad rows need little memory and make a short report. Not thread-safe; one collector belongs to one
 * reading.
 */
public final class Findings {
    /** How many findings of one code are kept. */
    public static final int MOST = 1_000;

    private record Kind(Severity severity, Code code) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int bySeverity = severity.compareTo(other.severity);
            return bySeverity != 0 ? bySeverity : code.compareTo(other.code);
        }
    }

    private static final class Kept {
        private final Set<Finding> first = new LinkedHashSet<>();
        private long more;
    }

    private final Map<Kind, Kept> all = new TreeMap<>();

    /** Adds one. */
    public void add(Finding finding) {
        Kept kept = all.computeIfAbsent(new Kind(finding.severity(), finding.code()), _ -> new Kept());
        if (finding.count() > 1) {
            kept.more += finding.count();
        } else if (kept.first.size() < MOST) {
            kept.first.add(finding);
        } else if (!kept.first.contains(finding)) {
            kept.more++;
        }
    }

    /** Adds many. */
    public void addAll(Iterable<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Whether any of them is an error. */
    public boolean hasErrors() {
        return all.keySet().stream().anyMatch(kind -> kind.severity() == Severity.ERROR);
    }

    /** Those that were kept, in reading order, without repetitions; one more for each code of which there are others, with their count. */
    public List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>();
        all.forEach((kind, kept) -> {
            sorted.addAll(kept.first);
            if (kept.more > 0) {
                sorted.add(Finding.more(kind.code(), kind.severity(), kept.more));
            }
        });
        sorted.sort(Finding.ORDER);
        return List.copyOf(sorted);
    }
}
