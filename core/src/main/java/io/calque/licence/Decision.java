package io.calque.licence;

import io.calque.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's override of one row of a profile.
 *
 * @param right the right's id
 * @param need what it needs here
 * @param reason why, printed wherever the row counts
 * @param place where it is written; null for a reading that the program brings along
 */
public record Decision(
        String right, Need need, String reason, @Nullable Place place) {}
