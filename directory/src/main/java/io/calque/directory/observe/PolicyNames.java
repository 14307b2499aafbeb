package io.calque.directory.observe;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Identifiers;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import io.calque.workspace.DirectoryNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which policy each number means. It is stated, or learned: for every number one person who has it is looked up by other means; nothing
 * is guessed, and numbers that contradict each other are told. Not thread-safe while learning.
 */
public final class PolicyNames {
    private final PolicyTypes types;
    private final Map<PolicyNumber, Map<PolicyType, NumberEvidence<Identity.Tag>>> sightings = new TreeMap<>();
    private final Map<PolicyNumber, Identity.Tag> names = new TreeMap<>();

    /** Names of policies, beginning with those that are stated. */
    PolicyNames(DirectoryNumbers stated) {
        this.types = new PolicyTypes(stated.types());
        stated.policies().forEach((number, name) -> PolicyNumber.of(number).ifPresent(of -> names.put(of, name)));
    }

    /** Takes note of a person's numbers; {@code known} is the person as the pool shows them. */
    void see(Identifiers person, List<PolicyNumber> numbers, @Nullable UserState known) {
        types.see(person, numbers.stream().map(PolicyNumber::type).collect(Collectors.toSet()), known);
        for (PolicyNumber number : numbers) {
            sightings
                    .computeIfAbsent(number, _ -> sightings())
                    .values()
                    .forEach(sighting -> sighting.see(person, known));
        }
    }

    /** One for each type, because which type a number is of is known only when everybody was seen. */
    private static Map<PolicyType, NumberEvidence<Identity.Tag>> sightings() {
        Map<PolicyType, NumberEvidence<Identity.Tag>> all = new HashMap<>();
        for (PolicyType type : PolicyType.values()) {
            all.put(type, new NumberEvidence<>(user -> user.granted(type)));
        }
        return all;
    }

    /** Learns what the exemplars tell, one for each number. */
    void learn(KnownUsers exemplars, Findings findings) {
        types.learn(exemplars, findings);
        sightings.forEach((number, byType) -> types.of(number.type()).ifPresent(type -> {
            NumberEvidence<Identity.Tag> sighting = byType.get(type);
            if (sighting != null && !names.containsKey(number)) {
                learn(number, type, sighting, exemplars, findings);
            }
        }));
    }

    private void learn(
            PolicyNumber number,
            PolicyType type,
            NumberEvidence<Identity.Tag> sighting,
            KnownUsers exemplars,
            Findings findings) {
        Optional<Identity.Tag> name = sighting.meaning();
        String who = sighting.exemplar().title();
        Optional<Identifiers> contradiction = sighting.contradiction();
        Optional<PolicyNumber> taken = name.flatMap(tag -> numberOf(type, tag));
        if (sighting.isKnown() && name.isEmpty()) {
            findings.add(old("the number " + number + " of " + who + " can't be looked up: the export shows no "
                    + type.id() + " policy for them"));
        } else if (name.isEmpty()) {
            findings.add(Finding.of(
                            Code.POLICY_NUMBER_UNKNOWN,
                            "no known user shows which " + type.id() + " policy the number " + number + " is; " + who
                                    + " has it")
                    .help(exemplars.lookUp(sighting.exemplar()) + "; or state it with policies: {" + number
                            + ": NAME}"));
        } else if (contradiction.isPresent()) {
            findings.add(old("the number " + number + " would be " + name.get().print() + " by " + who
                    + ", and another policy by " + contradiction.get().title()));
        } else if (taken.isPresent()) {
            findings.add(old("the number " + number + " of " + who + " would be "
                    + name.get().print() + ", which " + taken.get() + " is already"));
        } else {
            names.put(number, name.get());
        }
    }

    private Optional<PolicyNumber> numberOf(PolicyType type, Identity.Tag name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .filter(number -> types.of(number.type()).equals(Optional.of(type)))
                .findFirst();
    }

    private static Finding old(String message) {
        return Finding.of(Code.POLICY_NUMBER_UNKNOWN, message)
                .help("The export is older than the directory: export the people named here again");
    }

    /** The policy of a type among a person's numbers; empty where none is granted or its name is not known. */
    Optional<Identity.Tag> granted(List<PolicyNumber> numbers, PolicyType type) {
        for (PolicyNumber number : numbers) {
            Identity.Tag name = names.get(number);
            if (name != null && types.of(number.type()).equals(Optional.of(type))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
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
                                    .help("Read this person's grants from the pool")));
        }
        return numbers;
    }
}
