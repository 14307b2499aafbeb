package io.calque.directory.change;

import io.calque.directory.copy.Copy;

/**
 * A copy that is up to date, and what it took.
 *
 * @param copy the copy
 * @param way how it came to be
 */
public record Outcome(Copy copy, Way way) {
    /** How a copy came to be. */
    public sealed interface Way {
        /**
         * Everybody was read.
         *
         * @param people how many
         * @param because why, in a few words
         */
        record Full(long people, String because) implements Way {}

        /**
         * Only changes were read.
         *
         * @param changed people who are new or different
         * @param gone people who are no longer there
         */
        record Changes(int changed, int gone) implements Way {}
    }
}
