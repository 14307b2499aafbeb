package io.calque.directory.change;

import io.calque.directory.copy.Watermark;
import io.calque.directory.row.Guid;
import java.util.Set;

/**
 * The objects that something happened to: people, groups, containers, and what was deleted as far as the account may see it.
 *
 * @param guids their identities
 * @param next where the next run starts
 */
record ChangedObjects(Set<Guid> guids, Watermark next) {
    ChangedObjects {
        guids = Set.copyOf(guids);
    }
}
