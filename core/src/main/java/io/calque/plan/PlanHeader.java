package io.calque.plan;

import io.calque.catalogue.ProductVersion;
import io.calque.licence.Licence;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of itself.
 *
 * @param product the product version it is made for
 * @param steps how many steps it has
 * @param byKind how many of each kind, all kinds
 * @param people how many people of the source are users of the server
 * @param unchanged how many of them no step touches
 * @param seats the licences before and after
 * @param brake the brake that it trips; null for none
 * @param fingerprint what it assumes: a hash of its steps, what they find before included, and of the server's policies
 * @param digest a hash of its steps alone, which tells whether a plan file is whole
 */
public record PlanHeader(
        ProductVersion product,
        long steps,
        Map<StepKind, Long> byKind,
        long people,
        long unchanged,
        Map<Licence, SeatCount> seats,
        @Nullable TrippedBrake brake,
        String fingerprint,
        String digest) {
    public PlanHeader {
        byKind = Collections.unmodifiableMap(complete(byKind));
        seats = Collections.unmodifiableMap(new EnumMap<>(seats));
    }

    private static Map<StepKind, Long> complete(Map<StepKind, Long> counts) {
        Map<StepKind, Long> all = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            all.put(kind, counts.getOrDefault(kind, 0L));
        }
        return all;
    }
}
