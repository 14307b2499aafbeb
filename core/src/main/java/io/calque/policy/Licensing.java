package io.calque.policy;

import io.calque.catalogue.ProductVersion;
import io.calque.licence.Certainty;
import io.calque.licence.Condition;
import io.calque.licence.Entitlement;
import io.calque.licence.Licences;
import io.calque.licence.Profile;
import io.calque.licence.Reading;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Map<String, Entitlement> byRight;
    private final Map<String, String> readings;
    private final Map<Licences, Set<Condition>> kept = new HashMap<>();

    private Licensing(ProductVersion version, Profile profile) {
        this.version = version;
        this.profile = profile;
        this.entitlements = List.copyOf(profile.entitlements(version));
        this.byRight =
                entitlements.stream().collect(Collectors.toMap(e -> e.right().id(), e -> e));
        this.readings = profile.readings(version);
        Licences.holdable().forEach(held -> kept.put(held, findKept(held)));
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
        return Optional.ofNullable(byRight.get(right));
    }

    /** The reading that the profile chooses on a topic; empty for a topic on which nobody disagrees. */
    public Optional<Reading> reading(String topic) {
        return Optional.ofNullable(readings.get(topic)).flatMap(choice -> Reading.of(topic, choice));
    }

    /** The readings that the profile chooses where sources disagree on a right; empty where they don't. */
    public List<Reading> readings(Entitlement entitlement) {
        return profile.readings(version, entitlement.right().id());
    }

    /** The rights whose licence the workspace decides itself, each with its reason as the source. */
    public List<Entitlement> overridden() {
        return entitlements.stream()
                .filter(entitlement -> entitlement.certainty() == Certainty.OVERRIDDEN)
                .toList();
    }

    /** What a situation says about one right. */
    public Verdict verdict(Entitlement entitlement, EffectiveState situation) {
        List<GateState> gates = entitlement.right().gate().stream()
                .map(condition -> GateState.of(condition, situation))
                .toList();
        boolean granted = situation.account().isServed() && gates.stream().allMatch(GateState::open);
        return new Verdict(entitlement, granted, gates);
    }

    /** What a situation says about every right: a total function, one verdict for each entitlement, in their order. */
    public List<Verdict> verdicts(EffectiveState situation) {
        return entitlements.stream().map(e -> verdict(e, situation)).toList();
    }

    /**
     * Whether no setting can deny a right to people with these licences without taking one that they are licensed to: every
     * condition of its gate is also a condition of a licensed right. Slides in Lync 2010 are so: files in a group chat, a Standard
     * right, need the same setting.
     */
    public boolean isInseparable(Entitlement entitlement, Licences held) {
        return !entitlement.need().metBy(held) && switches(entitlement, held).isEmpty();
    }

    /**
     * The conditions of a right's gate that can be closed to people with these licences without taking a right that they are
     * licensed to, in the gate's order.
     */
    public List<Condition> switches(Entitlement entitlement, Licences held) {
        Set<Condition> needed = kept.getOrDefault(held, Set.of());
        return entitlement.right().gate().stream()
                .filter(condition -> !needed.contains(condition))
                .toList();
    }

    /** The rights that a situation gives beyond these licences, those aside that no setting could deny. */
    public List<Verdict> excess(EffectiveState situation, Licences held) {
        return verdicts(situation).stream()
                .filter(v -> v.granted() && !v.licensed(held) && !isInseparable(v.entitlement(), held))
                .toList();
    }

    /**
     * For each right given beyond these licences the gate that could be closed to deny it; one setting that denies several rights is
     * named for all of them. Only of rights that some setting could deny.
     */
    public Map<Verdict, GateState> culprits(List<Verdict> excess, Licences held) {
        Set<Condition> only = excess.stream()
                .map(verdict -> switches(verdict.entitlement(), held))
                .filter(list -> list.size() == 1)
                .map(List::getFirst)
                .collect(Collectors.toSet());
        Map<Verdict, GateState> culprits = new LinkedHashMap<>();
        for (Verdict verdict : excess) {
            List<Condition> switches = switches(verdict.entitlement(), held);
            Condition culprit =
                    switches.stream().filter(only::contains).findFirst().orElse(switches.getFirst());
            verdict.gates().stream()
                    .filter(gate -> gate.condition().equals(culprit))
                    .forEach(gate -> culprits.put(verdict, gate));
        }
        return culprits;
    }

    /** The rights that these licences allow and a situation does not give. */
    public List<Verdict> missing(EffectiveState situation, Licences held) {
        return verdicts(situation).stream()
                .filter(v -> !v.granted() && v.licensed(held))
                .toList();
    }

    /**
     * The fewest licences that cover all that a situation gives. An account that is disabled or not homed on premises needs
     * none. Of two sets of equal size the one
     * with Enterprise is taken, since the maker's own tables name it first.
     */
    public Licences needed(EffectiveState situation) {
        if (!situation.account().isServed()) {
            return Licences.NONE;
        }
        return Licences.holdable().stream()
                .filter(held -> excess(situation, held).isEmpty())
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private Set<Condition> findKept(Licences held) {
        return entitlements.stream()
                .filter(e -> e.need().metBy(held))
                .flatMap(e -> e.right().gate().stream())
                .collect(Collectors.toSet());
    }
}
