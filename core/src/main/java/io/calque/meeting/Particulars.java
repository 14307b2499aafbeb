package io.calque.meeting;

import io.calque.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * How a person does something; what is null or 0 is not said.
 *
 * @param with the person with whom: the receiver of a file, the sharer whose program is controlled, whoever invites a third person,
 *     the telephone that is called
 * @param endpoint the computer or telephone from which
 * @param resolution the resolution of video that the person wants
 * @param minutes how long the person waits
 * @param policy the policy that the person gets
 */
public record Particulars(
        @Nullable String with,
        @Nullable String endpoint,
        @Nullable Resolution resolution,
        long minutes,
        @Nullable Policy policy) {
    /** Nothing said. */
    public static final Particulars NONE = new Particulars(null, null, null, 0, null);

    /** With somebody, from an endpoint. */
    public static Particulars of(@Nullable String with, @Nullable String endpoint) {
        return new Particulars(with, endpoint, null, 0, null);
    }

    /** The same from another endpoint. */
    Particulars from(String other) {
        return new Particulars(with, other, resolution, minutes, policy);
    }
}
