package io.calque.apply;

import io.calque.plan.NumberedStep;

/** Is told how a run gets on. Told from the thread that runs it, so it must be quick. */
public interface ApplyListener {
    /** Listens to nothing. */
    ApplyListener SILENT = new ApplyListener() {};

    /** After each batch: how many of all steps had their turn. */
    default void progress(long settled, long all) {}

    /** A step was refused. */
    default void refused(NumberedStep step, String reason) {}

    /** A step is in doubt. */
    default void doubtful(NumberedStep step, String reason) {}

    /** A step is skipped. */
    default void skipped(NumberedStep step, String reason) {}
}
