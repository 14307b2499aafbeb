package io.calque.plan;

import java.util.List;

/**
 * A plan: the steps in order, numbered from 1, and what they amount to. Immutable; the same inputs make the same plan.
 *
 * @param header what it says of itself
 * @param steps the steps in the order in which they are taken
 */
public record Plan(PlanHeader header, List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
