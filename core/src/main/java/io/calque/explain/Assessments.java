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
public final class Assessments {
    private final Licensing licensing;
    private final PolicySet policies;
    private final Map<Key, Assessment> known = new HashMap<>();

    private record Key(UserConfiguration provision, Licences licences) {}

    /** Judges people under these rules and policies. */
    public Assessments(Licensing licensing, PolicySet policies) {
        this.licensing = licensing;
        this.policies = policies;
    }

    /** What a user of this configuration has, who holds these licences. */
    public Assessment of(UserConfiguration provision, Licences licences) {
        Key key = new Key(provision, licences);
        Assessment found = known.get(key);
        if (found == null) {
            found = judge(licensing, provision.situation(policies), licences);
            known.put(key, found);
        }
        return found;
    }

    /** How many different combinations were met. */
    public int combinations() {
        return known.size();
    }

    /** What a situation comes to with some licences. */
    public static Assessment judge(Licensing licensing, EffectiveState situation, Licences licences) {
        List<Verdict> granted =
                licensing.verdicts(situation).stream().filter(Verdict::granted).toList();
        return new Assessment(
                situation,
                licences,
                granted,
                licensing.excess(situation, licences),
                licensing.missing(situation, licences),
                licensing.needed(situation));
    }
}
