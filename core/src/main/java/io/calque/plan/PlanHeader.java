package io.calque.plan;

import io.calque.catalogue.ProductVersion;
import io.calque.licence.Licence;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of itself.
 *
 * @param product the product version it is made for
 * @param steps how many steps it has
 * @param byKind how many of each kind, all kinds
 * @param people how many people of the source are users of the server
 * @param users how many users the server had when the plan was made
 * @param unchanged how many of them no step touches
 * @param seats the licences before and after
 * @param brake the brake that it trips; null for none
 * @param accepted the findings of severity error in spite of which it was saved, with reasons
 * @param fingerprint what it assumes: a hash of its steps, what they find before included, and of the server's policies
 * @param digest a hash of its steps alone, which tells whether a plan file is whole
 */
public record PlanHeader(
        ProductVersion product,
        long steps,
        Map<StepKind, Long> byKind,
        long people,
        long users,
        long unchanged,
        Map<Licence, SeatCount> seats,
        @Nullable TrippedBrake brake,
        List<Waiver> accepted,
        String fingerprint,
        String digest) {
    /** The version of the file's format; a file of another one is refused. */
    public static final int FORMAT = 2;

    public PlanHeader {
        accepted = List.copyOf(accepted);
        byKind = Collections.unmodifiableMap(complete(byKind));
        seats = Collections.unmodifiableMap(new EnumMap<>(seats));
    }

    /** The same header of a plan that is saved in spite of errors. */
    public PlanHeader accepting(List<Waiver> waivers) {
        return new PlanHeader(
                product, steps, byKind, people, users, unchanged, seats, brake, waivers, fingerprint, digest);
    }

    private static Map<StepKind, Long> complete(Map<StepKind, Long> counts) {
        Map<StepKind, Long> all = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            all.put(kind, counts.getOrDefault(kind, 0L));
        }
        return all;
    }
}
