package io.calque.plan;

/**
 * A brake that a plan trips.
 *
 * @param name the brake's key in {@code calque.yaml}: {@code maxChanges} or {@code maxShare}
 * @param limit what is allowed: a number of steps, or a share from 0 to 1
 * @param value what the plan would do
 */
public record TrippedBrake(String name, double limit, double value) {}
