package io.calque.plan;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.workspace.Brakes;
import java.util.Locale;
import java.util.Optional;

/**
 * A brake that a plan trips.
 *
 * @param name the brake's key in {@code calque.yaml}: {@code maxChanges} or {@code maxShare}
 * @param limit what is allowed: a number of steps, or a share from 0 to 1
 * @param value what the plan would do
 */
public record TrippedBrake(String name, double limit, double value) {
    /**
     * The brake that a plan trips by some settings.
     *
     * @param users how many users the server has
     * @param touched how many of them the plan touches
     */
    static Optional<TrippedBrake> of(Brakes brakes, long steps, long touched, long users) {
        Optional<Long> most = brakes.maxChanges();
        if (most.isPresent() && steps > most.get()) {
            return Optional.of(new TrippedBrake("maxChanges", most.get(), steps));
        }
        double share = users == 0 ? 0 : (double) touched / users;
        return brakes.maxShare()
                .filter(limit -> share > limit)
                .map(limit -> new TrippedBrake("maxShare", limit, share));
    }

    /** The brake that a saved plan trips by today's settings, which count and not those of the day when it was made. */
    public static Optional<TrippedBrake> of(Brakes brakes, Plan plan) {
        long touched = plan.steps().stream()
                .filter(Step.OfUser.class::isInstance)
                .map(step -> Step.key(step.subject()))
                .distinct()
                .count();
        return of(brakes, plan.steps().size(), touched, plan.header().users());
    }

    /** The record that somebody released it. */
    public Waiver released() {
        return new Waiver(name, "released: " + message());
    }

    /** The finding that a plan does more than the workspace allows. */
    public Finding finding() {
        return Finding.of(Code.BRAKE, message())
                .help(
                        "Read the plan; if it is meant, apply it with --release-brake, or raise the brake in calque.yaml");
    }

    private String message() {
        return name.equals("maxShare")
                ? String.format(
                        Locale.ROOT,
                        "the plan touches %.1f %% of all people; maxShare allows %.1f %%",
                        value * 100,
                        limit * 100)
                : String.format(Locale.ROOT, "the plan has %,.0f steps; maxChanges allows %,.0f", value, limit);
    }
}
