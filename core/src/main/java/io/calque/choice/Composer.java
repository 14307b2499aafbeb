package io.calque.choice;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.licence.Condition;
import io.calque.licence.Entitlement;
import io.calque.licence.Licences;
import io.calque.policy.Gates;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Composes a conferencing policy from rights that it must give and rights that it must not give; all others stay as the product's
 * defaults have them. Gates of wanted rights are opened; of an unwanted right one condition is closed that neither a wanted right
 * nor one left alone needs.
 */
public final class Composer {
    /**
     * A composed policy.
     *
     * @param policy the policy
     * @param open the unwanted rights that no setting of the version can close without closing another right
     */
    public record Composed(Policy policy, List<Entitlement> open) {
        public Composed {
            open = List.copyOf(open);
        }
    }

    private final Licensing licensing;
    private final Set<String> wanted;
    private final Set<String> unwanted;
    private final Map<Setting, Value> values = new LinkedHashMap<>();

    private Composer(Licensing licensing, Set<String> wanted, Set<String> unwanted) {
        this.licensing = licensing;
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /**
     * The policy that gives and denies these rights.
     *
     * @param wanted ids of rights
     * @param unwanted ids of rights, none of them wanted
     */
    public static Composed compose(Licensing licensing, Identity identity, Set<String> wanted, Set<String> unwanted) {
        return new Composer(licensing, wanted, unwanted).compose(identity);
    }

    private Composed compose(Identity identity) {
        Set<Condition> needed = new HashSet<>();
        for (Entitlement entitlement : licensing.entitlements()) {
            String right = entitlement.right().id();
            boolean want = wanted.contains(right);
            for (Condition condition : conditions(entitlement)) {
                if (want) {
                    Gates.opening(condition).ifPresent(value -> values.put(condition.setting(), value));
                }
                if (want || (!unwanted.contains(right) && isStandard(entitlement))) {
                    needed.add(condition);
                }
            }
        }
        List<Entitlement> open = new ArrayList<>();
        for (Entitlement entitlement : licensing.entitlements()) {
            if (unwanted.contains(entitlement.right().id()) && !close(entitlement, needed)) {
                open.add(entitlement);
            }
        }
        return new Composed(new Policy(PolicyType.CONFERENCING, identity, named()), open);
    }

    /** Rights that everybody with the base licence has are never taken to close another. */
    private static boolean isStandard(Entitlement entitlement) {
        return entitlement.need().metBy(Licences.STANDARD);
    }

    private boolean close(Entitlement entitlement, Set<Condition> needed) {
        List<Condition> gate = conditions(entitlement);
        if (gate.stream().anyMatch(this::isClosed)) {
            return true;
        }
        for (Condition condition : gate) {
            Optional<Value> closing = Gates.closing(condition);
            if (!needed.contains(condition) && closing.isPresent()) {
                values.put(condition.setting(), closing.get());
                return true;
            }
        }
        return false;
    }

    private boolean isClosed(Condition condition) {
        Value set = values.get(condition.setting());
        Value value = set != null ? set : condition.setting().standard();
        return value != null && !condition.test().passes(value);
    }

    private static List<Condition> conditions(Entitlement entitlement) {
        return entitlement.right().gate().stream()
                .filter(Condition.OfPolicy.class::isInstance)
                .filter(condition -> ((Condition.OfPolicy) condition).type() == PolicyType.CONFERENCING)
                .toList();
    }

    /** What differs from the product's defaults, in the catalogue's order. */
    private Map<String, Value> named() {
        Map<String, Value> named = new LinkedHashMap<>();
        for (Setting setting : Questions.settings(licensing.version())) {
            Value value = values.get(setting);
            if (value != null && !value.equals(setting.standard())) {
                named.put(setting.name(), value);
            }
        }
        return named;
    }
}
