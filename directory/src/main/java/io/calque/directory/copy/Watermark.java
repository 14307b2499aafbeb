package io.calque.directory.copy;

import io.calque.directory.connect.Address;
import java.time.Instant;
import java.util.HexFormat;
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
     * A watermark and the controller that it belongs to.
     *
     * @param address where the controller was reached
     * @param database the identity of its database, which changes when it is restored or replaced
     * @param mark how far the copy goes
     * @param at when that was, by the controller's clock; null where it does not show it
     */
    record Position(
            Address address,
            String database,
            Watermark mark,
            @Nullable Instant at) {}
}
