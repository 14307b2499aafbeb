package io.calque.apply;

import io.calque.journal.Outcome;
import io.calque.plan.NumberedStep;
import io.calque.state.Observed;
import java.util.List;

/** What a plan is applied to: a live pool or the simulated one. One thread uses it at a time. */
public interface Target {
    /** What it is called in journals and messages: {@code simulated}. */
    String name();

    /** How many steps it likes to carry out at once, 1 or more. */
    int batchSize();

    /**
     * The whole state as it is now.
     *
     * @throws io.calque.diagnostic.Fault when the target can't be asked
     */
    Observed read();

    /**
     * What the target holds about the subjects of some steps, read anew after they were carried out; it may hold more.
     *
     * @throws io.calque.diagnostic.Fault when the target can't be asked
     */
    Observed readBack(List<NumberedStep> steps);

    /**
     * Carries out steps of one kind that do not depend on each other. Each is tried once and never repeated on its own account; one
     * that is refused does not keep the others from being tried. A connection that breaks makes the steps whose fate is not known
     * {@link Outcome.Unknown}, and is no fault.
     *
     * @return one outcome a step, in their order
     */
    List<Outcome> carryOut(List<NumberedStep> steps);
}
