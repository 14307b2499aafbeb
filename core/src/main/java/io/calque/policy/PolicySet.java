package io.calque.policy;

import io.calque.catalogue.PolicyType;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All policies of a server. Immutable; iterates by type and in the order of identities. */
public final class PolicySet {
    /** A server as it comes: only Global policies, all settings at their defaults. */
    public static final PolicySet EMPTY = new PolicySet(List.of());

    private final Map<PolicyType, Map<Identity, Policy>> policies = new EnumMap<>(PolicyType.class);

    private PolicySet(Collection<Policy> all) {
        for (PolicyType type : PolicyType.values()) {
            policies.put(type, new TreeMap<>(Map.of(Identity.global(), Policy.allDefaults(type, Identity.global()))));
        }
        for (Policy policy : all) {
            of(policy.type()).put(policy.identity(), policy);
        }
    }

    /** A set of policies; a type whose Global is not among them has one with all defaults, because Global is always there. */
    public static PolicySet of(Collection<Policy> policies) {
        return new PolicySet(policies);
    }

    /** The same set with a policy added, or in the place of the one of its identity. */
    public PolicySet with(Policy policy) {
        PolicySet copy = new PolicySet(everything());
        copy.of(policy.type()).put(policy.identity(), policy);
        return copy;
    }

    /** The same set without a policy; Global is never gone, it has all defaults then, as the product does it. */
    public PolicySet without(PolicyType type, Identity identity) {
        return new PolicySet(everything().stream()
                .filter(policy -> policy.type() != type || !policy.identity().equals(identity))
                .toList());
    }

    private List<Policy> everything() {
        return policies.values().stream()
                .flatMap(ofType -> ofType.values().stream())
                .toList();
    }

    /** All policies of a type. */
    public Collection<Policy> all(PolicyType type) {
        return Collections.unmodifiableCollection(of(type).values());
    }

    /** The policy with an identity. */
    public Optional<Policy> find(PolicyType type, Identity identity) {
        return Optional.ofNullable(of(type).get(identity));
    }

    /**
     * The policy that applies to a person: the one granted, else the site's, else Global. A grant of a policy that is gone falls
     * through. The narrowest replaces the wider ones whole; settings are never merged.
     *
     * @param granted the user policy granted to the person, null for none
     * @param site the site of the person's pool, null where not known
     */
    public Policy effective(PolicyType type, @Nullable Identity granted, @Nullable String site) {
        Map<Identity, Policy> ofType = of(type);
        Policy user = granted == null ? null : ofType.get(granted);
        if (user != null) {
            return user;
        }
        Policy ofSite = site == null ? null : ofType.get(new Identity.Site(site));
        return ofSite != null ? ofSite : global(type);
    }

    /** The Global policy of a type. */
    public Policy global(PolicyType type) {
        return find(type, Identity.global()).orElseThrow();
    }

    private Map<Identity, Policy> of(PolicyType type) {
        return policies.computeIfAbsent(type, _ -> new TreeMap<>());
    }
}
