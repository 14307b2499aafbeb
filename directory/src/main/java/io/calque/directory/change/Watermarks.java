package io.calque.directory.change;

import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Watermark;
import io.calque.directory.copy.Watermark.History;
import io.calque.directory.copy.Watermark.Position;
import java.util.HexFormat;

/** Where a copy that begins now will stand. */
final class Watermarks {
    private Watermarks() {}

    /** To be taken before the read, so that what changes during it is read again rather than missed. */
    static Position now(Session session, Tracking tracking, History history) {
        return new Position(
                session.address(),
                database(session),
                mark(session, tracking),
                history,
                session.rootDse().now());
    }

    private static Watermark mark(Session session, Tracking tracking) {
        String domain = session.rootDse().defaultNamingContext();
        Long highest = session.rootDse().highestUsn();
        Watermark count = domain == null || highest == null || tracking == Tracking.NONE
                ? new Watermark.Nothing()
                : new Watermark.Usn(highest);
        return domain == null || tracking != Tracking.AUTO
                ? count
                : DirSync.now(session, domain).orElse(count);
    }

    /** The identity of the controller's database: it gets another when it is restored from a backup (MS-ADTS 3.1.1.1.9, invocationId). */
    static String database(Session session) {
        String service = session.rootDse().service();
        if (service == null) {
            return session.address().toString();
        }
        SearchResultEntry entry = session.entry(service, "invocationId");
        byte[] id = entry == null ? null : entry.getAttributeValueBytes("invocationId");
        return id == null ? service : HexFormat.of().formatHex(id);
    }
}
