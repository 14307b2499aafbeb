package io.calque.policy;

import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.licence.Condition;
import io.calque.licence.Entitlement;
import io.calque.licence.Licences;
import io.calque.licence.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of one product version under one profile: which rights a situation gives, which licences that takes, and which rights
 * can't be told apart by any setting. Immutable and thread-safe.
 */
public final class Licensing {
    private final ProductVersion version;
    private final Profile profile;
    private final List<Entitlement> entitlements;
    private final Map<Licences, Set<String>> inseparable = new HashMap<>();

    private Licensing(ProductVersion version, Profile profile) {
        this.version = version;
        this.profile = profile;
        this.entitlements = List.copyOf(profile.entitlements(version));
        Licences.holdable().forEach(held -> inseparable.put(held, findInseparable(held)));
    }

    /** The rules of a version under a profile. */
    public static Licensing of(ProductVersion version, Profile profile) {
        return new Licensing(version, profile);
    }

    /** The product version. */
    public ProductVersion version() {
        return version;
    }

    /** The profile. */
    public Profile profile() {
        return profile;
    }

    /** Every right of the version with what it needs, in the order of the rights file. */
    public List<Entitlement> entitlements() {
        return entitlements;
    }

    /** A right by its id. */
    public Optional<Entitlement> entitlement(String right) {
        return entitlements.stream().filter(e -> e.right().id().equals(right)).findFirst();
    }

    /** What a situation says about every right: a total function, one verdict for each entitlement, in their order. */
    public List<Verdict> verdicts(Situation situation) {
        return entitlements.stream().map(e -> verdict(e, situation)).toList();
    }

    /**
     * Whether no setting can deny a right to people with these licences without taking one that they are licensed to: every
     * condition of its gate is also a condition of a licensed right. Slides in Lync 2010 are so: files in a group chat, a Standard
     * right, need the same setting.
     */
    public boolean isInseparable(Entitlement entitlement, Licences held) {
        return inseparable
                .getOrDefault(held, Set.of())
                .contains(entitlement.right().id());
    }

    /** The rights that a situation gives beyond these licences, those aside that no setting could deny. */
    public List<Verdict> excess(Situation situation, Licences held) {
        return verdicts(situation).stream()
                .filter(v -> v.granted() && !v.licensed(held) && !isInseparable(v.entitlement(), held))
                .toList();
    }

    /** The rights that these licences allow and a situation does not give. */
    public List<Verdict> missing(Situation situation, Licences held) {
        return verdicts(situation).stream()
                .filter(v -> !v.granted() && v.licensed(held))
                .toList();
    }

    /**
     * The fewest licences that cover all that a situation gives. A disabled account needs none. Of two sets of equal size the one
     * with Enterprise is taken, since the maker's own tables name it first.
     */
    public Licences needed(Situation situation) {
        if (!situation.account().enabled()) {
            return Licences.NONE;
        }
        return Licences.holdable().stream()
                .filter(held -> excess(situation, held).isEmpty())
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(Entitlement entitlement, Situation situation) {
        List<GateState> gates = entitlement.right().gate().stream()
                .map(condition -> state(condition, situation))
                .toList();
        boolean granted = situation.account().enabled() && gates.stream().allMatch(GateState::open);
        return new Verdict(entitlement, granted, gates);
    }

    private static GateState state(Condition condition, Situation situation) {
        return switch (condition) {
            case Condition.OfPolicy(var type, var setting, var test) -> {
                Policy policy = switch (type) {
                    case CONFERENCING -> situation.conferencing();
                    case VOICE -> situation.voice();
                };
                Optional<Value> value = policy.value(setting);
                yield new GateState(
                        condition,
                        value.map(Value::print).orElse(""),
                        policy.identity().print(),
                        value.map(test::passes).orElse(true));
            }
            case Condition.OfAccount(var setting, var test) -> {
                Value value = situation.account().value(setting);
                yield new GateState(condition, value.print(), "Account", test.passes(value));
            }
        };
    }

    private Set<String> findInseparable(Licences held) {
        Set<Condition> needed = entitlements.stream()
                .filter(e -> e.need().metBy(held))
                .flatMap(e -> e.right().gate().stream())
                .collect(Collectors.toSet());
        return entitlements.stream()
                .filter(e -> !e.need().metBy(held))
                .filter(e -> needed.containsAll(e.right().gate()))
                .map(e -> e.right().id())
                .collect(Collectors.toSet());
    }
}
