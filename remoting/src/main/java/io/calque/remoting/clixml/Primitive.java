package io.calque.remoting.clixml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value without parts (MS-PSRP 2.2.5.1). The two-letter names are the elements of the XML. */
public sealed interface Primitive extends CliXml, Content {

    /** {@code $null}. */
    record Nil() implements Primitive {}

    /** A string: any UTF-16 code units. */
    record Text(String value) implements Primitive {}

    /** Text that has a meaning to .NET and none here. */
    record Typed(Kind kind, String value) implements Primitive {

        /** What the text is. */
        public enum Kind {
            /** An address. */
            URI("URI"),
            /** An XML document. */
            XML("XD"),
            /** A script block; read, but Calque never sends one. */
            SCRIPT("SBK"),
            /** A semantic version, from PowerShell 7. */
            SEMANTIC_VERSION("SemanticVersion");

            private final String tag;

            Kind(String tag) {
                this.tag = tag;
            }

            String tag() {
                return tag;
            }
        }
    }

    /** One UTF-16 code unit. */
    record Char(char value) implements Primitive {}

    /** A boolean. */
    record Bool(boolean value) implements Primitive {}

    /** An integer; a U64 is kept as its 64 bits, so that values from 2⁶³ are negative here. */
    record Whole(Whole.Width width, long value) implements Primitive {

        /** The .NET type. */
        public enum Width {
            /** Unsigned 8 bits. */
            BY("By", 0, 255),
            /** Signed 8 bits. */
            SB("SB", -128, 127),
            /** Unsigned 16 bits. */
            U16("U16", 0, 65_535),
            /** Signed 16 bits. */
            I16("I16", Short.MIN_VALUE, Short.MAX_VALUE),
            /** Unsigned 32 bits. */
            U32("U32", 0, 0xFFFF_FFFFL),
            /** Signed 32 bits. */
            I32("I32", Integer.MIN_VALUE, Integer.MAX_VALUE),
            /** Unsigned 64 bits. */
            U64("U64", Long.MIN_VALUE, Long.MAX_VALUE),
            /** Signed 64 bits. */
            I64("I64", Long.MIN_VALUE, Long.MAX_VALUE);

            private final String tag;
            private final long min;
            private final long max;

            Width(String tag, long min, long max) {
                this.tag = tag;
                this.min = min;
                this.max = max;
            }

            String tag() {
                return tag;
            }
        }

        public Whole {
            if (value < width.min || value > width.max) {
                throw new IllegalArgumentException(value + " is out of range for " + width.tag);
            }
        }
    }

    /** A floating-point number; not-a-number and the infinities included. */
    record Real(Precision precision, double value) implements Primitive {

        /** The .NET type. */
        public enum Precision {
            /** 32 bits. */
            SG("Sg"),
            /** 64 bits. */
            DB("Db");

            private final String tag;

            Precision(String tag) {
                this.tag = tag;
            }

            String tag() {
                return tag;
            }
        }

        public Real {
            if (precision == Precision.SG && Double.compare((float) value, value) != 0) {
                throw new IllegalArgumentException(value + " does not fit 32 bits");
            }
        }
    }

    /** A decimal of at most 96 bits and 28 places. */
    record Decimal(BigDecimal value) implements Primitive {
        public Decimal {
            if (value.scale() < -28 || value.scale() > 28) {
                throw new IllegalArgumentException("a decimal has at most 28 places");
            }
            value = value.scale() < 0 ? value.setScale(0) : value;
            if (value.unscaledValue().abs().bitLength() > 96) {
                throw new IllegalArgumentException("a decimal has at most 96 bits");
            }
        }
    }

    /**
     * A date and time in steps of 100 ns.
     *
     * @param offset its distance from UTC; null when the sender did not say
     */
    record DateTime(LocalDateTime local, @Nullable ZoneOffset offset) implements Primitive {
        public DateTime {
            if (local.getYear() < 1 || local.getYear() > 9999 || local.get(ChronoField.NANO_OF_SECOND) % 100 != 0) {
                throw new IllegalArgumentException("years 1 to 9999 and steps of 100 ns only: " + local);
            }
            if (offset != null && offset.getTotalSeconds() % 60 != 0) {
                throw new IllegalArgumentException("an offset is in minutes: " + offset);
            }
        }
    }

    /** A length of time in steps of 100 ns, at most about 29,000 years. */
    record TimeSpan(Duration value) implements Primitive {
        /** The greatest length: 2⁶³−1 steps. */
        static final Duration MAX = Duration.ofSeconds(Long.MAX_VALUE / 10_000_000, Long.MAX_VALUE % 10_000_000 * 100);

        public TimeSpan {
            if (value.toNanosPart() % 100 != 0 || value.abs().compareTo(MAX) > 0) {
                throw new IllegalArgumentException("out of range or not in steps of 100 ns: " + value);
            }
        }
    }

    /** A GUID. */
    record Guid(UUID value) implements Primitive {}

    /** A version of two to four numbers; absent ones are -1, as in .NET. */
    record Version(int major, int minor, int build, int revision) implements Primitive {
        public Version {
            if (major < 0 || minor < 0 || build < -1 || revision < -1 || (build < 0 && revision >= 0)) {
                throw new IllegalArgumentException("not a version");
            }
        }

        /** A version of two numbers. */
        public static Version of(int major, int minor) {
            return new Version(major, minor, -1, -1);
        }

        /** Whether this is that version or a later one; only the first two numbers count. */
        public boolean atLeast(int otherMajor, int otherMinor) {
            return major > otherMajor || (major == otherMajor && minor >= otherMinor);
        }

        /** As .NET writes it: {@code 2.3} or {@code 5.1.17763.1}. */
        @Override
        public String toString() {
            return major + "." + minor + (build < 0 ? "" : "." + build) + (revision < 0 ? "" : "." + revision);
        }
    }

    /** Bytes. */
    final class Bytes implements Primitive {
        private final byte[] value;

        /** A copy of the bytes. */
        public Bytes(byte[] value) {
            this.value = value.clone();
        }

        /** A copy of the bytes. */
        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "Bytes[" + value.length + "]";
        }
    }

    /** A secret to be sent: a session encrypts it with its session key on the way out. It can't be written otherwise. */
    record Secret(String value) implements Primitive {
        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    /** A secret as it travels: base64 of what the session key encrypted (MS-PSRP 2.2.5.1.24). */
    record SecureString(String encrypted) implements Primitive {
        @Override
        public String toString() {
            return "SecureString[hidden]";
        }
    }

    /**
     * A progress record as files and error streams hold it ({@code PR}, MS-PSRP 2.2.5.1.25); over the wire a property bag is sent instead.
     *
     * @param percent -1 when unknown
     * @param seconds the time that is left; -1 when unknown
     * @param completed whether the activity has ended
     */
    record Progress(
            String activity,
            int id,
            @Nullable String operation,
            int parent,
            int percent,
            boolean completed,
            int seconds,
            String status)
            implements Primitive {}
}
