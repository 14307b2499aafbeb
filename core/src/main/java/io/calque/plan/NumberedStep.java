package io.calque.plan;

/**
 * A step with its number in the plan, under which the journal and people speak of it.
 *
 * @param id the number, counted from 1
 * @param step the step
 */
public record NumberedStep(long id, Step step) {}
