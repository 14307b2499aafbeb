package io.calque.workspace;

import io.calque.diagnostic.Place;
import java.util.Map;
import java.util.Optional;

/**
 * How much a plan may change before it must be released by hand.
 *
 * @param maxChanges the most steps; empty for no limit
 * @param maxShare the largest share of all people that may be touched, from 0 to 1; empty for no limit
 * @param places where each is written, by its key
 */
public record Brakes(Optional<Long> maxChanges, Optional<Double> maxShare, Map<String, Place> places) {
    /** No brakes. */
    public static final Brakes NONE = new Brakes(Optional.empty(), Optional.empty(), Map.of());

    public Brakes {
        places = Map.copyOf(places);
    }
}
