package io.calque.workspace;

import io.calque.catalogue.PolicyType;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of a workspace in file order, also found by their identity. Immutable. */
final class DeclaredPolicies extends AbstractList<DeclaredPolicy> {
    private record Key(PolicyType type, Identity identity) {}

    private final List<DeclaredPolicy> policies;
    private final Map<Key, DeclaredPolicy> byIdentity = new HashMap<>();

    private DeclaredPolicies(List<DeclaredPolicy> policies) {
        this.policies = List.copyOf(policies);
        for (DeclaredPolicy declared : policies) {
            Policy policy = declared.policy();
            byIdentity.putIfAbsent(new Key(policy.type(), policy.identity()), declared);
        }
    }

    static DeclaredPolicies of(List<DeclaredPolicy> policies) {
        return policies instanceof DeclaredPolicies indexed ? indexed : new DeclaredPolicies(policies);
    }

    /** The first policy of an identity. */
    Optional<DeclaredPolicy> find(PolicyType type, Identity identity) {
        return Optional.ofNullable(byIdentity.get(new Key(type, identity)));
    }

    @Override
    public DeclaredPolicy get(int index) {
        return policies.get(index);
    }

    @Override
    public int size() {
        return policies.size();
    }
}
