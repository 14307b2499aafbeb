package io.calque.directory.observe;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Identifiers;
import io.calque.policy.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which policy each number means. It is learned: for every number one person who has it is looked up by other means; nothing is
 * guessed, and numbers that contradict each other are told. Not thread-safe while learning.
 */
public final class PolicyNames {
    private final Map<Integer, PolicyType> types;
    private final Map<PolicyNumber, Identifiers> exemplars = new TreeMap<>();
    private final Map<PolicyNumber, Identity.Tag> names = new TreeMap<>();

    /** Names of policies of these types, by the number of the type. */
    public PolicyNames(Map<Integer, PolicyType> types) {
        this.types = new TreeMap<>(types);
    }

    /** Takes note of a person's numbers; the first person with a number is its exemplar. */
    void see(Identifiers person, List<PolicyNumber> numbers) {
        for (PolicyNumber number : numbers) {
            if (types.containsKey(number.type())) {
                exemplars.putIfAbsent(number, person);
            }
        }
    }

    /** Looks the exemplars up, one for each number. */
    void learn(Exemplars known, Findings findings) {
        exemplars.forEach((number, person) -> {
            Optional<Identity.Tag> name = known.granted(person, type(number));
            if (name.isEmpty()) {
                findings.add(Finding.of(
                                Code.POLICY_NUMBER_UNKNOWN,
                                "nobody can say which " + type(number).id() + " policy the number " + number
                                        + " is; asked for " + person.title())
                        .help("read the grants from the pool, or export its users to a file"));
            } else if (names.containsValue(name.get())) {
                findings.add(Finding.of(
                                Code.POLICY_NUMBER_UNKNOWN,
                                "the number " + number + " of " + person.title() + " would be "
                                        + name.get().print() + ", which another number is already")
                        .help("the directory or the export is old; read both again"));
            } else {
                names.put(number, name.get());
            }
        });
    }

    private PolicyType type(PolicyNumber number) {
        PolicyType type = types.get(number.type());
        if (type == null) {
            throw new IllegalArgumentException("no exemplar is kept for " + number);
        }
        return type;
    }

    /** The policy of a type among a person's numbers; empty where none is granted or its name is not known. */
    Optional<Identity.Tag> granted(List<PolicyNumber> numbers, PolicyType type) {
        return numbers.stream()
                .filter(n -> types.get(n.type()) == type)
                .map(names::get)
                .filter(name -> name != null)
                .findFirst();
    }

    /** All numbers that have a name. */
    public Map<PolicyNumber, Identity.Tag> known() {
        return Map.copyOf(names);
    }

    /** The values of the attribute as numbers; those of another shape are told. */
    static List<PolicyNumber> numbers(Identifiers person, List<String> values, Findings findings) {
        List<PolicyNumber> numbers = new ArrayList<>(values.size());
        for (String value : values) {
            PolicyNumber.of(value)
                    .ifPresentOrElse(
                            numbers::add,
                            () -> findings.add(Finding.of(
                                            Code.USER_POLICY_MALFORMED,
                                            "a value of msRTCSIP-UserPolicies of " + person.title()
                                                    + " is not TYPE=NUMBER: '" + value + "'")
                                    .help("read this person's grants from the pool")));
        }
        return numbers;
    }
}
