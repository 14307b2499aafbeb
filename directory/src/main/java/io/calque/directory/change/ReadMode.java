package io.calque.directory.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a copy came to be. */
public sealed interface ReadMode {
    /**
     * Everybody was read.
     *
     * @param people how many
     * @param because why, in a few words
     */
    record Full(long people, String because) implements ReadMode {}

    /**
     * Only changes were read.
     *
     * @param changed people who are new or different
     * @param gone people who are no longer there
     * @param since when the copy was last as the directory, by the controller's clock; null where it does not show it
     */
    record Changes(int changed, int gone, @Nullable Instant since) implements ReadMode {}
}
