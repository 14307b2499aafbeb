package io.calque.explain;

import io.calque.assign.Persona;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.policy.Verdict;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the smallest set of user policies that serves every persona. A persona is served by a policy that gives exactly the rights
 * which its own policy gives: a right that is withheld on purpose stays withheld. So one policy is enough for all personas with the
 * same rights, and none where Global gives these and no site has a policy of its own.
 */
public final class Minimiser {
    private final Workspace workspace;
    private final PolicyType type;
    private final PolicySet policies;
    private final List<Policy> own;
    private final Map<Identity, Set<String>> rights = new LinkedHashMap<>();
    private final Map<Identity, Set<Licences>> wanted = new LinkedHashMap<>();
    private final Map<Identity, Long> uses = new HashMap<>();

    private Minimiser(Workspace workspace, PolicyType type) {
        this.workspace = workspace;
        this.type = type;
        this.policies = workspace.policySet();
        this.own = workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(policy -> policy.type() == type && policy.identity() instanceof Identity.Tag)
                .toList();
        own.forEach(policy -> rights.put(policy.identity(), given(policy)));
        for (Persona persona : workspace.personas().values()) {
            persona.wish(type).map(Wish::policy).ifPresent(policy -> {
                wanted.computeIfAbsent(policy, _ -> new LinkedHashSet<>()).add(persona.licences());
                uses.merge(policy, 1L, Long::sum);
            });
        }
    }

    /** What could be simpler about a workspace's user policies of a type. */
    public static Simplification simplify(Workspace workspace, PolicyType type) {
        return new Minimiser(workspace, type).simplify();
    }

    private Simplification simplify() {
        Map<Set<String>, Identity> chosen = chosen();
        Map<String, Identity> moves = new TreeMap<>();
        for (Persona persona : workspace.personas().values()) {
            persona.wish(type).map(Wish::policy).filter(rights::containsKey).ifPresent(policy -> {
                Identity better = chosen.getOrDefault(rights.get(policy), policy);
                if (!better.equals(policy)) {
                    moves.put(persona.name(), better);
                }
            });
        }
        Set<Identity> best = Set.copyOf(chosen.values());
        Set<Identity> keep = own.stream()
                .map(Policy::identity)
                .filter(best::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Simplification(
                equal(),
                subsumed(),
                own.stream()
                        .map(Policy::identity)
                        .filter(p -> !wanted.containsKey(p))
                        .toList(),
                List.copyOf(keep),
                moves,
                own.stream()
                        .map(Policy::identity)
                        .filter(p -> !keep.contains(p))
                        .toList());
    }

    /** For each set of rights that some persona has, the policy that gives it: Global, else the one that most personas want. */
    private Map<Set<String>, Identity> chosen() {
        boolean sites = policies.all(type).stream().anyMatch(p -> p.identity() instanceof Identity.Site);
        Map<Set<String>, Identity> chosen = new LinkedHashMap<>();
        if (!sites && !own.isEmpty()) {
            chosen.put(given(policies.global(type)), Identity.global());
        }
        own.stream()
                .map(Policy::identity)
                .filter(wanted::containsKey)
                .sorted(Comparator.comparing((Identity policy) -> -uses.getOrDefault(policy, 0L)))
                .forEach(policy -> chosen.putIfAbsent(rights.getOrDefault(policy, Set.of()), policy));
        return chosen;
    }

    private List<List<Identity>> equal() {
        Map<List<String>, List<Identity>> groups = new LinkedHashMap<>();
        for (Policy policy : own) {
            groups.computeIfAbsent(Comparison.values(workspace.licensing(), policy), _ -> new ArrayList<>())
                    .add(policy.identity());
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    /** For each policy the one that gives the fewest rights more, the first of these in file order. */
    private List<Simplification.Subsumed> subsumed() {
        Map<Set<String>, List<Policy>> byRights = new LinkedHashMap<>();
        for (Policy policy : own) {
            byRights.computeIfAbsent(rights.getOrDefault(policy.identity(), Set.of()), _ -> new ArrayList<>())
                    .add(policy);
        }
        List<Set<String>> bySize = byRights.keySet().stream()
                .sorted(Comparator.comparing(Set::size))
                .toList();
        Map<Set<String>, Map<Set<Licences>, Optional<Policy>>> found = new HashMap<>();
        List<Simplification.Subsumed> all = new ArrayList<>();
        for (Policy small : own) {
            Set<String> few = rights.getOrDefault(small.identity(), Set.of());
            Set<Licences> held = wanted.getOrDefault(small.identity(), Set.of());
            found.computeIfAbsent(few, _ -> new HashMap<>())
                    .computeIfAbsent(held, _ -> larger(few, held, bySize, byRights))
                    .ifPresent(large -> all.add(new Simplification.Subsumed(
                            small.identity(),
                            large.identity(),
                            rights.getOrDefault(large.identity(), Set.of()).stream()
                                    .filter(right -> !few.contains(right))
                                    .toList())));
        }
        return all;
    }

    private Optional<Policy> larger(
            Set<String> few, Set<Licences> held, List<Set<String>> bySize, Map<Set<String>, List<Policy>> byRights) {
        return held.isEmpty()
                ? Optional.empty()
                : bySize.stream()
                        .filter(many -> many.size() > few.size() && many.containsAll(few))
                        .flatMap(many ->
                                byRights.getOrDefault(many, List.of()).stream().limit(1))
                        .filter(large -> isLicensed(large, held))
                        .findFirst();
    }

    /** Whether a policy gives people nothing beyond their licences. */
    private boolean isLicensed(Policy policy, Set<Licences> held) {
        return held.stream()
                .allMatch(licences -> workspace
                        .licensing()
                        .excess(Subject.situation(policy), licences.and(plusForVoice()))
                        .isEmpty());
    }

    private Licences plusForVoice() {
        return type == PolicyType.VOICE ? Licences.of(Licence.PLUS) : Licences.NONE;
    }

    private Set<String> given(Policy policy) {
        return Comparison.given(workspace.licensing(), policy).stream()
                .filter(Verdict::granted)
                .map(Verdict::right)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
