package io.calque.directory.change;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Watermark.Change;
import io.calque.directory.copy.Watermark.History;
import io.calque.directory.read.Pages;
import io.calque.directory.row.Guid;
import io.calque.directory.row.RowReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By the last changes of a database one sees later whether it is still the same. A virtual machine that was put back to a snapshot counts
 * from there again, under the identity that it had (Microsoft, "Detecting and recovering from a USN rollback"): numbers that were given
 * before are given to other changes, and neither a cookie nor a number shows it.
 */
final class RecentChanges {
    private static final String USN = "uSNChanged", WHEN = "whenChanged";
    /** So many are remembered. */
    private static final int LATEST = 40;
    /** How far back to look for them: each number is given once, so that no more objects can be found. */
    private static final List<Integer> WINDOWS = List.of(200, 5_000, 100_000);

    private final Session session;
    private final String domain;

    RecentChanges(Session session, String domain) {
        this.session = session;
        this.domain = domain;
    }

    /** The history until now. */
    History now() {
        Long highest = session.rootDse().highestUsn();
        if (highest == null) {
            return History.UNKNOWN;
        }
        for (int window : WINDOWS) {
            List<Change> latest = latest(highest, Math.max(0, highest - window));
            if (!latest.isEmpty() || window >= highest) {
                return new History(highest, latest);
            }
        }
        return new History(highest, List.of());
    }

    private List<Change> latest(long highest, long from) {
        List<Change> found = new ArrayList<>();
        search(Filter.createGreaterOrEqualFilter(USN, Long.toString(from)), found);
        return found.stream()
                .filter(change -> change.usn() <= highest)
                .sorted(Comparator.comparingLong(Change::usn).reversed())
                .limit(LATEST)
                .toList();
    }

    private void search(Filter filter, List<Change> found) {
        new Pages(session, domain, filter, List.of(RowReader.GUID, USN, WHEN), Deleted.shown(session))
                .each("changes", page -> page.forEach(entry -> change(entry).ifPresent(found::add)));
    }

    private static Optional<Change> change(SearchResultEntry entry) {
        Long usn = entry.getAttributeValueAsLong(USN);
        String when = entry.getAttributeValue(WHEN);
        return usn == null
                ? Optional.empty()
                : Guid.in(entry).map(guid -> new Change(guid, usn, when == null ? "" : when));
    }

    /**
     * Whether the database went on from a piece of its history: each of the objects is as it was, or was changed after that.
     *
     * @param deletionsVisible whether an object that is not found can't merely be deleted
     */
    boolean goesOnFrom(History before, boolean deletionsVisible) {
        Long highest = session.rootDse().highestUsn();
        if (highest == null) {
            return before.equals(History.UNKNOWN);
        }
        if (highest < before.highest()) {
            return false;
        }
        if (before.latest().isEmpty()) {
            return true;
        }
        List<Change> found = new ArrayList<>();
        search(ObjectFilters.among(before.latest().stream().map(Change::guid).toList()), found);
        Map<Guid, Change> now = new HashMap<>();
        found.forEach(change -> now.put(change.guid(), change));
        for (Change change : before.latest()) {
            Change is = now.get(change.guid());
            boolean fits = is == null ? !deletionsVisible : is.usn() > before.highest() || is.equals(change);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
