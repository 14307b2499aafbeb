package io.calque.server;

import io.calque.journal.Outcome;
import io.calque.plan.NumberedStep;
import io.calque.state.Observed;
import java.util.List;

/**
 * What a workspace calls its server: a live pool, the simulated one, or an export of one. One that can only be read has no method that
 * writes, so that nothing can be applied to it. It is one session from the first call to {@link #close}; one thread uses it at a time.
 */
public interface Server extends AutoCloseable {
    /** What journals call it, the same for every session: {@code simulated}, {@code pool.contoso.com}. */
    String id();

    /** What messages call it, as in "285 steps on …": {@code the simulated pool}. */
    String title();

    /**
     * What it holds now.
     *
     * @param extent what the caller needs; the answer may hold more
     * @throws io.calque.diagnostic.Fault when it can't be asked
     */
    Observed read(Extent extent);

    /** Ends the session. */
    @Override
    void close();

    /** A server that can be changed. */
    interface Writable extends Server {
        /** What it can do; the same as long as the session lasts. */
        Capabilities capabilities();

        /**
         * Carries out steps of one kind that do not depend on each other, at most {@link Capabilities#batchSize} of them. Each is tried
         * once and never repeated on its own account; one that is refused does not keep the others from being tried. A connection that
         * breaks is no fault: it makes a step whose fate is not known {@link Outcome.Unknown}, and one that certainly was not sent
         * {@link Outcome.NotTried}.
         *
         * @return one outcome a step, in their order
         */
        List<Outcome> carryOut(List<NumberedStep> steps);
    }
}
