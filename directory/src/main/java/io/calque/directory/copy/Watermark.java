package io.calque.directory.copy;

import io.calque.directory.connect.Address;
import io.calque.directory.row.Guid;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a copy goes: where the next run starts to ask for changes. Each belongs to one controller. */
public sealed interface Watermark {
    /**
     * The cookie of a DirSync search (MS-ADTS 3.1.1.3.4.1.3).
     *
     * @param cookie in hexadecimal digits, opaque
     * @param objectSecurity whether it was asked for with the rights of an ordinary account
     */
    record DirSync(String cookie, boolean objectSecurity) implements Watermark {
        /** From the control's bytes. */
        public static DirSync of(byte[] cookie, boolean objectSecurity) {
            return new DirSync(HexFormat.of().formatHex(cookie), objectSecurity);
        }

        /** As the control wants it. */
        public byte[] bytes() {
            return HexFormat.of().parseHex(cookie);
        }
    }

    /** The controller's highest update sequence number (MS-ADTS 3.1.1.1.9). */
    record Usn(long number) implements Watermark {}

    /** The server keeps no count of changes: each run reads everything. */
    record Nothing() implements Watermark {}

    /**
     * A piece of a database's history.
     *
     * @param highest the highest update sequence number that the controller had given; 0 where it shows none
     * @param latest some of the last changes before that
     */
    record History(long highest, List<Change> latest) {
        /** Of a controller that shows none. */
        public static final History UNKNOWN = new History(0, List.of());

        public History {
            latest = List.copyOf(latest);
        }
    }

    /**
     * An object's last change at a controller.
     *
     * @param guid the object
     * @param usn the number that the controller gave to the change
     * @param when the time of the change, as the directory writes it; empty where it is not shown
     */
    record Change(Guid guid, long usn, String when) {}

    /**
     * A watermark and the controller that it belongs to.
     *
     * @param address where the controller was reached
     * @param database the identity of its database, which changes when it is restored or replaced
     * @param mark how far the copy goes
     * @param history by what the database is known to be the same one at a later time, not one put back to an earlier state
     * @param at when that was, by the controller's clock; null where it does not show it
     */
    record Position(
            Address address,
            String database,
            Watermark mark,
            History history,
            @Nullable Instant at) {}
}
