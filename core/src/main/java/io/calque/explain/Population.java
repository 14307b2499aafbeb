package io.calque.explain;

import io.calque.licence.Licences;
import io.calque.policy.EffectiveState;
import io.calque.policy.Licensing;
import io.calque.policy.PolicySet;
import io.calque.policy.Verdict;
import io.calque.state.UserConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges many people in one pass: what grants, site, flags and licences have in common is worked out once. The same combination gives
 * the same object, so that callers may count or print by identity. Not thread-safe.
 */
public final class Population {
    private final Licensing licensing;
    private final PolicySet policies;
    private final Map<Key, Standing> standings = new HashMap<>();

    private record Key(UserConfiguration provision, Licences licences) {}

    /** Judges people under these rules and policies. */
    public Population(Licensing licensing, PolicySet policies) {
        this.licensing = licensing;
        this.policies = policies;
    }

    /** How a user stands who is provided for so and holds these licences. */
    public Standing standing(UserConfiguration provision, Licences licences) {
        Key key = new Key(provision, licences);
        Standing known = standings.get(key);
        if (known == null) {
            known = judge(licensing, provision.situation(policies), licences);
            standings.put(key, known);
        }
        return known;
    }

    /** How many different combinations were met. */
    public int combinations() {
        return standings.size();
    }

    /** How a situation stands. */
    public static Standing judge(Licensing licensing, EffectiveState situation, Licences licences) {
        List<Verdict> granted =
                licensing.verdicts(situation).stream().filter(Verdict::granted).toList();
        return new Standing(
                situation,
                licences,
                granted,
                licensing.excess(situation, licences),
                licensing.missing(situation, licences),
                licensing.needed(situation));
    }
}
