package io.calque.explain;

import io.calque.assign.Persona;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.policy.Verdict;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
            persona.wish(type)
                    .map(Wish::policy)
                    .ifPresent(policy -> wanted.computeIfAbsent(policy, _ -> new LinkedHashSet<>())
                            .add(persona.licences()));
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
        List<Identity> keep = own.stream()
                .map(Policy::identity)
                .filter(chosen.values()::contains)
                .toList();
        return new Simplification(
                equal(),
                subsumed(),
                own.stream()
                        .map(Policy::identity)
                        .filter(p -> !wanted.containsKey(p))
                        .toList(),
                keep,
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
                .sorted(Comparator.comparing((Identity policy) -> -uses(policy)))
                .forEach(policy -> chosen.putIfAbsent(rights.getOrDefault(policy, Set.of()), policy));
        return chosen;
    }

    private long uses(Identity policy) {
        return workspace.personas().values().stream()
                .filter(persona -> persona.wish(type)
                        .filter(wish -> policy.equals(wish.policy()))
                        .isPresent())
                .count();
    }

    private List<List<Identity>> equal() {
        Licensing licensing = workspace.licensing();
        List<List<Identity>> groups = new ArrayList<>();
        Set<Identity> seen = new LinkedHashSet<>();
        for (Policy policy : own) {
            List<Identity> group = own.stream()
                    .filter(other ->
                            Comparison.differences(licensing, policy, other).isEmpty())
                    .map(Policy::identity)
                    .toList();
            if (group.size() > 1 && seen.addAll(group)) {
                groups.add(group);
            }
        }
        return groups;
    }

    private List<Simplification.Subsumed> subsumed() {
        List<Simplification.Subsumed> all = new ArrayList<>();
        for (Policy small : own) {
            for (Policy large : own) {
                Set<String> few = rights.getOrDefault(small.identity(), Set.of());
                Set<String> many = rights.getOrDefault(large.identity(), Set.of());
                if (many.size() > few.size() && many.containsAll(few) && isLicensed(large, small.identity())) {
                    List<String> more =
                            many.stream().filter(right -> !few.contains(right)).toList();
                    all.add(new Simplification.Subsumed(small.identity(), large.identity(), more));
                }
            }
        }
        return all;
    }

    /** Whether a policy gives the people of another one nothing beyond their licences. */
    private boolean isLicensed(Policy policy, Identity of) {
        Set<Licences> held = wanted.getOrDefault(of, Set.of());
        return !held.isEmpty()
                && held.stream()
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
