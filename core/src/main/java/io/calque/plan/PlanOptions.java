package io.calque.plan;

/**
 * How a plan is made.
 *
 * @param prune whether user policies that nobody declares and nobody has are removed
 */
public record PlanOptions(boolean prune) {
    /** Removes nothing. */
    public static final PlanOptions DEFAULT = new PlanOptions(false);
}
