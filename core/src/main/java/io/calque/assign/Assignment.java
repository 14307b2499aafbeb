package io.calque.assign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets, and why.
 *
 * @param persona what the person gets; null when nothing matches, so that no user policy is granted
 * @param because which rule or exception decided
 * @param losers the rules that match as well and come later
 */
public record Assignment(@Nullable Persona persona, String because, List<Rule> losers) {
    public Assignment {
        losers = List.copyOf(losers);
    }
}
