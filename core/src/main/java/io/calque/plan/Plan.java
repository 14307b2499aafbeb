package io.calque.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A plan: the steps in order, numbered from 1, and what they amount to. Immutable; the same inputs make the same plan.
 *
 * @param header what it says of itself
 * @param steps the steps in the order in which they are taken
 */
public record Plan(PlanHeader header, List<Step> steps) {
    public Plan {
        steps = steps instanceof Steps ? steps : List.copyOf(steps);
    }

    /** The steps with their numbers. */
    public List<NumberedStep> numbered() {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new NumberedStep(i + 1L, steps.get(i)))
                .toList();
    }

    /** The same plan, saved in spite of errors. */
    public Plan accepting(List<Waiver> waivers) {
        return new Plan(header.accepting(waivers), steps);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
