package io.calque.plan;

import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the licences that users need by what their effective policies give. Users in the same situation are judged once, so that
 * a million of them cost little. Not thread-safe.
 */
public final class SeatCounter {
    private final Licensing licensing;
    private final PolicySet policies;
    private final Map<Key, Licences> judged = new HashMap<>();
    private final Map<Licences, Long> counts = new HashMap<>();

    /** A counter under some rules and the policies in force. */
    public SeatCounter(Licensing licensing, PolicySet policies) {
        this.licensing = licensing;
        this.policies = policies;
    }

    /** The licences that a user needs, without counting the user. */
    public Licences needed(UserState user) {
        return judged.computeIfAbsent(
                new Key(user.conferencing(), user.voice(), user.site(), user.account()),
                _ -> licensing.needed(Observed.situation(policies, user)));
    }

    /** Counts a user. */
    public void add(UserState user) {
        counts.merge(needed(user), 1L, Long::sum);
    }

    /** How many users need each licence. */
    public Map<Licence, Long> totals() {
        Map<Licence, Long> totals = new EnumMap<>(Licence.class);
        for (Licence licence : Licence.values()) {
            totals.put(
                    licence,
                    counts.entrySet().stream()
                            .filter(entry -> entry.getKey().holds(licence))
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        }
        return totals;
    }

    private record Key(
            Identity.@Nullable Tag conferencing,
            Identity.@Nullable Tag voice,
            @Nullable String site,
            Account account) {}
}
