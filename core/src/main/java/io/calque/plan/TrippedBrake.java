package io.calque.plan;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;

/**
 * A brake that a plan trips.
 *
 * @param name the brake's key in {@code calque.yaml}: {@code maxChanges} or {@code maxShare}
 * @param limit what is allowed: a number of steps, or a share from 0 to 1
 * @param value what the plan would do
 */
public record TrippedBrake(String name, double limit, double value) {
    /** What is told of it. */
    public Finding finding() {
        boolean share = name.equals("maxShare");
        return Finding.of(
                        Code.BRAKE,
                        "the plan does more than the brake " + name + " allows: " + words(value, share) + ", not "
                                + words(limit, share))
                .help("Review the plan; if it is meant, release the brake for this one apply");
    }

    private static String words(double amount, boolean share) {
        return share ? Math.round(amount * 1000) / 10.0 + "% of all users" : Math.round(amount) + " steps";
    }
}
