package io.calque.workspace;

import java.util.Optional;

/**
 * How much a plan may change before it must be released by hand.
 *
 * @param maxChanges the most steps; empty for no limit
 * @param maxShare the largest share of all people that may be touched, from 0 to 1; empty for no limit
 */
public record Brakes(Optional<Long> maxChanges, Optional<Double> maxShare) {
    /** No brakes. */
    public static final Brakes NONE = new Brakes(Optional.empty(), Optional.empty());
}
