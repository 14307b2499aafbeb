package io.calque.licence;

import org.jspecify.annotations.Nullable;

/**
 * A right in one product version under one profile, with the licences that it needs.
 *
 * @param right the right; its gate holds only conditions on settings that the version has
 * @param need the licences needed
 * @param certainty how sure that is
 * @param sources where it is said, or the workspace's own reason
 * @param note what else to know; null for nothing
 */
public record Entitlement(
        Right right,
        Need need,
        Certainty certainty,
        String sources,
        @Nullable String note) {}
