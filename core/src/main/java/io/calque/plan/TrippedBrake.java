package io.calque.plan;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.Locale;

/**
 * A brake that a plan trips.
 *
 * @param name the brake's key in {@code calque.yaml}: {@code maxChanges} or {@code maxShare}
 * @param limit what is allowed: a number of steps, or a share from 0 to 1
 * @param value what the plan would do
 */
public record TrippedBrake(String name, double limit, double value) {
    /** The finding that a plan does more than the workspace allows. */
    public Finding finding() {
        String message = name.equals("maxShare")
                ? String.format(
                        Locale.ROOT,
                        "the plan touches %.1f %% of all people; maxShare allows %.1f %%",
                        value * 100,
                        limit * 100)
                : String.format(Locale.ROOT, "the plan has %,.0f steps; maxChanges allows %,.0f", value, limit);
        return Finding.of(Code.BRAKE, message)
                .help(
                        "Read the plan; if it is meant, apply it with --release-brake, or raise the brake in calque.yaml");
    }
}
