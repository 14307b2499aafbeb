package io.calque.plan;

import io.calque.licence.Licence;
import io.calque.policy.Licensing;
import io.calque.policy.PolicySet;
import io.calque.state.UserConfiguration;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts the licences that users need by what their effective policies give. Users who are provided for alike, by
 * the same object, are judged once, so that a million of them cost little. Not thread-safe.
 */
public final class SeatCounter {
    private final Licensing licensing;
    private final PolicySet policies;
    private final IdentityHashMap<UserConfiguration, long[]> counts = new IdentityHashMap<>();

    /** A counter under some rules and the policies in force. */
    public SeatCounter(Licensing licensing, PolicySet policies) {
        this.licensing = licensing;
        this.policies = policies;
    }

    /** Counts a user who is provided for so. */
    public void add(UserConfiguration provision) {
        Objects.requireNonNull(counts.computeIfAbsent(provision, _ -> new long[1]))[0]++;
    }

    /** How many users need each licence. */
    public Map<Licence, Long> totals() {
        Map<Licence, Long> totals = new EnumMap<>(Licence.class);
        for (Licence licence : Licence.values()) {
            totals.put(licence, 0L);
        }
        counts.forEach((provision, count) -> licensing
                .needed(provision.situation(policies))
                .asSet()
                .forEach(licence -> totals.merge(licence, count[0], Long::sum)));
        return totals;
    }
}
