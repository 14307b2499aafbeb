package io.calque.server;

import io.calque.plan.StepKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a server can do.
 *
 * @param batchSize how many steps it likes to carry out at once, 1 or more; between batches a run can be stopped
 * @param kinds the kinds of steps that it can carry out
 */
public record Capabilities(int batchSize, Set<StepKind> kinds) {
    public Capabilities {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch of " + batchSize + " steps");
        }
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** Every kind of step. */
    public static Capabilities all(int batchSize) {
        return new Capabilities(batchSize, EnumSet.allOf(StepKind.class));
    }
}
