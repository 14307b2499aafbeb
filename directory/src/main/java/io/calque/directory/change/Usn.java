package io.calque.directory.change;

import com.unboundid.ldap.sdk.Filter;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Watermark;
import io.calque.directory.read.Pages;
import io.calque.directory.row.Guid;
import io.calque.directory.row.RowReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes by the number that a controller gives to each of them (MS-ADTS 3.1.1.1.9; Microsoft, "Polling for Changes Using USNChanged"). */
final class Usn {
    private Usn() {}

    /** What changed since a number, deletions too where the account may see them; empty when the controller counts from elsewhere now. */
    static Optional<ChangedObjects> since(
            Session session, String domain, Watermark.Usn mark, TrackedAttributes attributes) {
        Long highest = session.refreshed().highestUsn();
        if (highest == null || highest < mark.number()) {
            return Optional.empty();
        }
        if (highest == mark.number()) {
            return Optional.of(new ChangedObjects(Set.of(), mark));
        }
        Set<Guid> guids = new HashSet<>();
        Filter newer = Filter.createGreaterOrEqualFilter("uSNChanged", Long.toString(mark.number() + 1));
        Filter filter = Filter.createANDFilter(newer, ObjectFilters.watched(attributes));
        new Pages(session, domain, filter, List.of(RowReader.GUID), Deleted.shown(session))
                .each("changes", page -> page.forEach(e -> Guid.in(e).ifPresent(guids::add)));
        return Optional.of(new ChangedObjects(guids, new Watermark.Usn(highest)));
    }
}
