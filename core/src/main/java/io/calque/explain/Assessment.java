package io.calque.explain;

import io.calque.licence.Licences;
import io.calque.policy.EffectiveState;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What one situation with some licences comes to; many people share one.
 *
 * @param situation the effective policies and the account
 * @param licences the licences held
 * @param granted what the server gives
 * @param excess what it gives beyond the licences
 * @param withheld what the licences allow and it does not give
 * @param needed the fewest licences that cover what it gives
 */
public record Assessment(
        EffectiveState situation,
        Licences licences,
        List<Verdict> granted,
        List<Verdict> excess,
        List<Verdict> withheld,
        Licences needed) {
    public Assessment {
        granted = List.copyOf(granted);
        excess = List.copyOf(excess);
        withheld = List.copyOf(withheld);
    }

    /** The verdict on a right that is given; empty where it is not. */
    public Optional<Verdict> given(String right) {
        return granted.stream().filter(v -> v.right().equals(right)).findFirst();
    }
}
