package io.calque.remoting.clixml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Primitives as text and back, in the lexical forms of .NET's XmlConvert (MS-PSRP 2.2.5.1). Knows nothing of XML or of string escapes. */
final class Lexical {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(?:\\.[0-9]{0,30})?|[+-]?\\.[0-9]{1,30}");
    private static final Pattern REAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
    private static final Pattern BLANK = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern SPAN = Pattern.compile("(-?)P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})D)?"
            + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,12})M)?(?:(\\d{1,12})(?:\\.(\\d{1,9}))?S)?)?");
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Lexical() {}

    /** The invariant text of a primitive; of secrets and null the empty text. */
    static String text(Primitive primitive) {
        return switch (primitive) {
            case Primitive.Nil _ -> "";
            case Primitive.Secret _ -> "";
            case Primitive.Text(String value) -> value;
            case Primitive.Typed typed -> typed.value();
            case Primitive.Char(char value) -> Integer.toString(value);
            case Primitive.Bool(boolean value) -> Boolean.toString(value);
            case Primitive.Whole(Primitive.Whole.Width width, long value) ->
                width == Primitive.Whole.Width.U64 ? Long.toUnsignedString(value) : Long.toString(value);
            case Primitive.Real real -> real(real);
            case Primitive.Decimal(BigDecimal value) -> value.toPlainString();
            case Primitive.DateTime(LocalDateTime local, @Nullable ZoneOffset offset) ->
                LOCAL.format(local) + (offset == null ? "" : offset.getId());
            case Primitive.TimeSpan(Duration value) -> span(value);
            case Primitive.Guid(UUID value) -> value.toString();
            case Primitive.Version version -> version.toString();
            case Primitive.Bytes bytes -> Base64.getEncoder().encodeToString(bytes.value());
            case Primitive.SecureString(String encrypted) -> encrypted;
            case Primitive.Progress progress -> progress.activity();
        };
    }

    /** The element of a primitive; of a secret that of a secure string. */
    static String tag(Primitive primitive) {
        return switch (primitive) {
            case Primitive.Nil _ -> "Nil";
            case Primitive.Text _ -> "S";
            case Primitive.Typed typed -> typed.kind().tag();
            case Primitive.Char _ -> "C";
            case Primitive.Bool _ -> "B";
            case Primitive.Whole whole -> whole.width().tag();
            case Primitive.Real real -> real.precision().tag();
            case Primitive.Decimal _ -> "D";
            case Primitive.DateTime _ -> "DT";
            case Primitive.TimeSpan _ -> "TS";
            case Primitive.Guid _ -> "G";
            case Primitive.Version _ -> "Version";
            case Primitive.Bytes _ -> "BA";
            case Primitive.Secret _ -> "SS";
            case Primitive.SecureString _ -> "SS";
            case Primitive.Progress _ -> "PR";
        };
    }

    /** Whether the text of that element has the escapes of strings. */
    static boolean isEscaped(String tag) {
        return switch (tag) {
            case "S", "URI", "XD", "SBK", "SemanticVersion" -> true;
            default -> false;
        };
    }

    private static String real(Primitive.Real real) {
        double value = real.value();
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        String text = real.precision() == Primitive.Real.Precision.SG
                ? Float.toString((float) value)
                : Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String span(Duration value) {
        Duration length = value.abs();
        StringBuilder text = new StringBuilder(value.isNegative() ? "-P" : "P");
        if (length.toDaysPart() > 0) {
            text.append(length.toDaysPart()).append('D');
        }
        if (!length.minusDays(length.toDaysPart()).isZero() || length.isZero()) {
            text.append('T');
            append(text, length.toHoursPart(), 'H');
            append(text, length.toMinutesPart(), 'M');
            if (length.toSecondsPart() > 0 || length.toNanosPart() > 0 || length.isZero()) {
                text.append(length.toSecondsPart());
                if (length.toNanosPart() > 0) {
                    text.append('.').append(String.format("%07d", length.toNanosPart() / 100));
                }
                text.append('S');
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int part, char unit) {
        if (part > 0) {
            text.append(part).append(unit);
        }
    }

    /**
     * The primitive whose element has that name, {@code Nil} and {@code PR} excepted.
     *
     * @return null when no primitive has such an element
     * @throws IllegalArgumentException when the text is none of that type
     */
    static @Nullable Primitive parse(String tag, String text) {
        return switch (tag) {
            case "S" -> new Primitive.Text(text);
            case "C" ->
                new Primitive.Char((char) whole(Primitive.Whole.Width.U16, text).value());
            case "B" -> new Primitive.Bool(bool(text.strip()));
            case "By" -> whole(Primitive.Whole.Width.BY, text);
            case "SB" -> whole(Primitive.Whole.Width.SB, text);
            case "U16" -> whole(Primitive.Whole.Width.U16, text);
            case "I16" -> whole(Primitive.Whole.Width.I16, text);
            case "U32" -> whole(Primitive.Whole.Width.U32, text);
            case "I32" -> whole(Primitive.Whole.Width.I32, text);
            case "U64" -> whole(Primitive.Whole.Width.U64, text);
            case "I64" -> whole(Primitive.Whole.Width.I64, text);
            case "Sg" -> parseReal(Primitive.Real.Precision.SG, text.strip());
            case "Db" -> parseReal(Primitive.Real.Precision.DB, text.strip());
            case "D" -> new Primitive.Decimal(decimal(text.strip()));
            case "DT" -> dateTime(text.strip());
            case "TS" -> new Primitive.TimeSpan(parseSpan(text.strip()));
            case "G" -> new Primitive.Guid(guid(text.strip()));
            case "Version" -> version(text.strip());
            case "BA" -> new Primitive.Bytes(Base64.getDecoder().decode(base64(text)));
            case "SS" -> new Primitive.SecureString(base64(text));
            case "URI" -> new Primitive.Typed(Primitive.Typed.Kind.URI, text);
            case "XD" -> new Primitive.Typed(Primitive.Typed.Kind.XML, text);
            case "SBK" -> new Primitive.Typed(Primitive.Typed.Kind.SCRIPT, text);
            case "SemanticVersion" -> new Primitive.Typed(Primitive.Typed.Kind.SEMANTIC_VERSION, text);
            default -> null;
        };
    }

    private static String base64(String text) {
        String dense = BLANK.matcher(text).replaceAll("");
        if (!BASE64.matcher(dense).matches()) {
            throw new IllegalArgumentException("not base64");
        }
        return dense;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("not a boolean");
        };
    }

    private static Primitive.Whole whole(Primitive.Whole.Width width, String text) {
        String digits = text.strip();
        return new Primitive.Whole(
                width, width == Primitive.Whole.Width.U64 ? Long.parseUnsignedLong(digits) : Long.parseLong(digits));
    }

    private static Primitive.Real parseReal(Primitive.Real.Precision precision, String text) {
        double value = switch (text) {
            case "NaN" -> Double.NaN;
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (text.length() > 1_000 || !REAL.matcher(text).matches()) {
                    throw new IllegalArgumentException("not a number");
                }
                yield precision == Primitive.Real.Precision.SG ? Float.parseFloat(text) : Double.parseDouble(text);
            }
        };
        return new Primitive.Real(precision, value);
    }

    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a decimal");
        }
        return new BigDecimal(text);
    }

    private static Primitive.DateTime dateTime(String text) {
        int end = text.length();
        @Nullable ZoneOffset offset = null;
        if (text.endsWith("Z")) {
            offset = ZoneOffset.UTC;
            end--;
        } else if (end > 19 && (text.charAt(end - 6) == '+' || text.charAt(end - 6) == '-')) {
            end -= 6;
        }
        try {
            if (end < text.length() && offset == null) {
                offset = ZoneOffset.of(text.substring(end));
            }
            return new Primitive.DateTime(LOCAL.parse(text.substring(0, end), LocalDateTime::from), offset);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date and time", e);
        }
    }

    private static Duration parseSpan(String text) {
        Matcher match = SPAN.matcher(text);
        if (!match.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw new IllegalArgumentException("not a length of time");
        }
        long days = 365 * number(match, 2) + 30 * number(match, 3) + number(match, 4);
        String fraction = match.group(8) == null ? "" : match.group(8);
        Duration length = Duration.ofDays(days)
                .plusHours(number(match, 5))
                .plusMinutes(number(match, 6))
                .plusSeconds(number(match, 7))
                .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
        return match.group(1).isEmpty() ? length : length.negated();
    }

    private static long number(Matcher match, int group) {
        String digits = match.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static UUID guid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a GUID");
        }
        return UUID.fromString(text);
    }

    private static Primitive.Version version(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new IllegalArgumentException("not a version");
        }
        int[] numbers = {-1, -1, -1, -1};
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i].strip());
        }
        return new Primitive.Version(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
