package io.calque.policy;

import io.calque.catalogue.PolicyType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All policies of a server. Immutable; iterates by type and in the order of identities. A change costs little and shares the rest. */
public final class PolicySet {
    /** A server as it comes: only Global policies, all settings at their defaults. */
    public static final PolicySet EMPTY = new PolicySet(globals());

    private final Map<PolicyType, IdentityTree> policies;

    private PolicySet(Map<PolicyType, IdentityTree> policies) {
        this.policies = policies;
    }

    /** A set of policies; a type whose Global is not among them has one with all defaults, because Global is always there. */
    public static PolicySet of(Collection<Policy> policies) {
        Map<PolicyType, IdentityTree> all = globals();
        policies.forEach(policy -> put(all, policy));
        return new PolicySet(all);
    }

    /** The same set with a policy added, or in the place of the one of its identity. */
    public PolicySet with(Policy policy) {
        Map<PolicyType, IdentityTree> copy = new EnumMap<>(policies);
        put(copy, policy);
        return new PolicySet(copy);
    }

    /** The same set without a policy; Global is never gone, it has all defaults then, as the product does it. */
    public PolicySet without(PolicyType type, Identity identity) {
        if (identity.equals(Identity.global())) {
            return with(Policy.allDefaults(type, identity));
        }
        IdentityTree left = IdentityTree.without(policies.get(type), identity);
        Map<PolicyType, IdentityTree> copy = new EnumMap<>(policies);
        if (left != null) {
            copy.put(type, left);
        }
        return new PolicySet(copy);
    }

    /** All policies of a type. */
    public Collection<Policy> all(PolicyType type) {
        return IdentityTree.all(policies.get(type));
    }

    /** The policy with an identity. */
    public Optional<Policy> find(PolicyType type, Identity identity) {
        return Optional.ofNullable(IdentityTree.find(policies.get(type), identity));
    }

    /**
     * The policy that applies to a person: the one granted, else the site's, else Global. A grant of a policy that is gone falls
     * through. The narrowest replaces the wider ones whole; settings are never merged.
     *
     * @param granted the user policy granted to the person, null for none
     * @param site the site of the person's pool, null where not known
     */
    public Policy effective(PolicyType type, @Nullable Identity granted, @Nullable String site) {
        IdentityTree ofType = policies.get(type);
        Policy user = granted == null ? null : IdentityTree.find(ofType, granted);
        if (user != null) {
            return user;
        }
        Policy ofSite = site == null ? null : IdentityTree.find(ofType, new Identity.Site(site));
        return ofSite != null ? ofSite : global(type);
    }

    /** The Global policy of a type. */
    public Policy global(PolicyType type) {
        return find(type, Identity.global()).orElseThrow();
    }

    private static Map<PolicyType, IdentityTree> globals() {
        Map<PolicyType, IdentityTree> globals = new EnumMap<>(PolicyType.class);
        for (PolicyType type : PolicyType.values()) {
            put(globals, Policy.allDefaults(type, Identity.global()));
        }
        return globals;
    }

    private static void put(Map<PolicyType, IdentityTree> policies, Policy policy) {
        policies.put(policy.type(), IdentityTree.with(policies.get(policy.type()), policy));
    }
}
