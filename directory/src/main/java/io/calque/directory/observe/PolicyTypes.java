package io.calque.directory.observe;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Identifiers;
import io.calque.state.UserState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which policy type each type number means. Conferencing is known; others are stated, or learned where the people whom the pool shows
 * leave only one answer: those with the number, and nobody else, have a policy of the type. Not thread-safe.
 */
final class PolicyTypes {
    private final Map<Integer, Optional<PolicyType>> stated;
    private final Map<Integer, Evidence> evidence = new TreeMap<>();
    private final Map<PolicyType, Integer> granted = new HashMap<>();
    private final Map<Integer, PolicyType> learned = new HashMap<>();

    /** Types of which some are stated; an empty one is a type that Calque does not manage. */
    PolicyTypes(Map<Integer, Optional<PolicyType>> stated) {
        this.stated = new HashMap<>(stated);
        this.stated.putIfAbsent(PolicyNumber.CONFERENCING, Optional.of(PolicyType.CONFERENCING));
    }

    /** What the people with a type number are granted: how many of them something of each type, and whether anybody nothing. */
    private static final class Evidence {
        private final NumberEvidence<PolicyType> people = new NumberEvidence<>(_ -> null);
        private final Map<PolicyType, Integer> with = new HashMap<>();
        private final Map<PolicyType, Integer> without = new HashMap<>();

        boolean fits(PolicyType type, int granted) {
            return without.getOrDefault(type, 0) == 0 && with.getOrDefault(type, 0) == granted;
        }
    }

    /** Takes note of a person's type numbers; {@code known} is the person as the pool shows them. */
    void see(Identifiers person, Set<Integer> numbers, @Nullable UserState known) {
        for (PolicyType type : PolicyType.values()) {
            if (known != null && known.granted(type) != null) {
                granted.merge(type, 1, Integer::sum);
            }
        }
        for (int number : numbers) {
            Evidence of = evidence.computeIfAbsent(number, _ -> new Evidence());
            of.people.see(person, null);
            for (PolicyType type : PolicyType.values()) {
                if (known != null) {
                    (known.granted(type) == null ? of.without : of.with).merge(type, 1, Integer::sum);
                }
            }
        }
    }

    /** Draws the conclusions; what stays open is told. */
    void learn(KnownUsers exemplars, Findings findings) {
        for (PolicyType type : PolicyType.values()) {
            if (!stated.containsValue(Optional.of(type))) {
                learn(type, exemplars, findings);
            }
        }
    }

    private void learn(PolicyType type, KnownUsers exemplars, Findings findings) {
        int all = granted.getOrDefault(type, 0);
        List<Integer> open = new ArrayList<>(evidence.keySet().stream()
                .filter(number -> !stated.containsKey(number))
                .filter(number -> evidence(number).fits(type, all))
                .toList());
        if (all > 0 && open.size() == 1) {
            learned.put(open.getFirst(), type);
        } else if (all > 0 && open.isEmpty()) {
            findings.add(Finding.of(
                            Code.POLICY_NUMBER_UNKNOWN,
                            "no number of the directory can be the " + type.id()
                                    + " policy: no user's numbers fit the grants that the pool shows")
                    .help("The directory or the export is old: read both again; or state it with types: {N: "
                            + type.id() + "}"));
        } else {
            String several = open.stream().map(number -> number + "=…").collect(Collectors.joining(" and "));
            open.forEach(number -> findings.add(Finding.of(
                            Code.POLICY_NUMBER_UNKNOWN,
                            "no known user shows whether the numbers " + number + "=… are " + type.id() + " policies; "
                                    + evidence(number).people.exemplar().title() + " has one")
                    .help((all > 0
                                    ? "Export more people who have one of " + several + " and not the other"
                                    : exemplars.lookUp(evidence(number).people.exemplar()))
                            + "; or state it with types: {" + number + ": "
                            + type.id() + "} or {" + number + ": other}")));
        }
    }

    private Evidence evidence(int number) {
        Evidence found = evidence.get(number);
        if (found == null) {
            throw new IllegalArgumentException("no known user has " + number);
        }
        return found;
    }

    /** The type of a number; empty where it is none that Calque manages, or not known. */
    Optional<PolicyType> of(int number) {
        Optional<PolicyType> said = stated.get(number);
        return said != null ? said : Optional.ofNullable(learned.get(number));
    }
}
