package io.calque.directory.change;

import io.calque.directory.connect.Session;
import io.calque.directory.copy.CopyHeader;
import io.calque.directory.copy.Watermark.Position;
import java.time.Instant;
import java.util.Optional;

/** Whether a kept copy can be brought up to date by changes alone. */
final class CopyValidity {
    private final CopyQuery query;
    private final Reading reading;

    CopyValidity(CopyQuery query, Reading reading) {
        this.query = query;
        this.reading = reading;
    }

    /** Why it can't, in a few words; empty where it can. */
    Optional<String> obstacle(CopyHeader header) {
        Session session = reading.session();
        Position before = header.position();
        if (!header.question().equals(query.fingerprint()) || !header.domain().equals(reading.name())) {
            return Optional.of("something else was asked before");
        }
        if (!before.address().equals(session.address()) || !before.database().equals(Watermarks.database(session))) {
            return Optional.of("it was another controller before");
        }
        if (!header.reader().equals(reading.account())) {
            return Optional.of("another account, or the same one in other groups, read it before");
        }
        if (reading.attributes().obstacle().isPresent()) {
            return reading.attributes().obstacle();
        }
        Instant now = session.rootDse().now();
        if (before.at() != null && now != null && !now.isBefore(before.at().plus(Deleted.lifetime(session)))) {
            return Optional.of("what was deleted since the last reading may not be shown any more");
        }
        boolean deletionsVisible = Deleted.visible(session, reading.domain());
        return new RecentChanges(session, reading.domain()).goesOnFrom(before.history(), deletionsVisible)
                ? Optional.empty()
                : Optional.of("the controller's database was put back to an earlier state");
    }
}
