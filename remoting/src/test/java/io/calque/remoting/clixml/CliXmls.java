package io.calque.remoting.clixml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Arbitrary values of every kind. */
public final class CliXmls {
    private CliXmls() {}

    /** Strings full of what hurts: quotes, escapes and what looks like them, controls, surrogates alone and in pairs, marks of direction. */
    public static Arbitrary<String> strings() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "_",
                "_x",
                "_X0041_",
                "_x0041_x0042_",
                "_x005F_",
                "_x00010000_",
                "_xD83D_",
                "x0041_",
                "'",
                "’",
                "‘",
                "\"",
                "“",
                "$(x)",
                "`",
                "\r",
                "\n",
                "\t",
                "\0",
                "\u007f",
                "\u0085",
                "\u009f",
                "\u2028",
                "\u202e",
                "\ufeff",
                "\ufffe",
                "\uffff",
                "\ud83d",
                "\ude00",
                "😀",
                "<",
                ">",
                "&",
                "&amp;",
                "]]>",
                "<!--",
                " ",
                "é",
                "\ud7ff",
                "\ue000");
        Arbitrary<String> random = Arbitraries.strings().all().ofMaxLength(12);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, pieces.list().ofMaxSize(8).map(p -> String.join("", p))),
                net.jqwik.api.Tuple.of(1, random));
    }

    /** Values of up to that many levels. */
    public static Arbitrary<CliXml> values(int levels) {
        Arbitrary<CliXml> leaves = primitives().map(p -> p);
        if (levels == 0) {
            return leaves;
        }
        Arbitrary<CliXml> inner = values(levels - 1);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, leaves),
                net.jqwik.api.Tuple.of(3, objects(inner).map(o -> o)));
    }

    private static Arbitrary<Obj> objects(Arbitrary<CliXml> inner) {
        Arbitrary<List<Property>> properties =
                Combinators.combine(strings(), inner).as(Property::new).list().ofMaxSize(4);
        Arbitrary<Content> items = Combinators.combine(
                        Arbitraries.of(Content.Items.Shape.class), inner.list().ofMaxSize(4))
                .as(Content.Items::new);
        Arbitrary<Content> entries = Combinators.combine(inner, inner)
                .as(Content.Dictionary.Entry::new)
                .list()
                .ofMaxSize(3)
                .map(Content.Dictionary::new);
        Arbitrary<Content> wrapped = primitives().map(p -> p);
        Arbitrary<Content> bases = strings().map(text -> new Content.Base(Obj.bag(Property.of("P", text))));
        Arbitrary<@Nullable Content> contents = Arbitraries.<@Nullable Content>oneOf(items, entries, wrapped, bases)
                .injectNull(0.3);
        Arbitrary<List<String>> types = Arbitraries.of("System.String", "Deserialized.A", "B_x0041_")
                .list()
                .ofMaxSize(3);
        return Combinators.combine(types, strings().injectNull(0.5), contents, properties, properties)
                .as((t, text, content, adapted, extended) -> new Obj(0, t, text, content, adapted, extended));
    }

    /** Every kind of primitive that can be written. */
    public static Arbitrary<Primitive> primitives() {
        Arbitrary<Primitive> wholes = Arbitraries.of(Primitive.Whole.Width.class)
                .flatMap(width -> Arbitraries.longs().map(value -> new Primitive.Whole(width, fit(width, value))));
        Arbitrary<Primitive> doubles = Arbitraries.oneOf(
                        Arbitraries.doubles(),
                        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300))
                .map(value -> new Primitive.Real(Primitive.Real.Precision.DB, value));
        Arbitrary<Primitive> floats = Arbitraries.oneOf(
                        Arbitraries.floats(), Arbitraries.of(Float.NaN, Float.NEGATIVE_INFINITY, Float.MAX_VALUE))
                .map(value -> new Primitive.Real(Primitive.Real.Precision.SG, value));
        Arbitrary<Primitive> decimals = Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(
                                        BigInteger.ONE.shiftLeft(96).negate().add(BigInteger.ONE),
                                        BigInteger.ONE.shiftLeft(96).subtract(BigInteger.ONE)),
                        Arbitraries.integers().between(0, 28))
                .as((unscaled, scale) -> new Primitive.Decimal(new BigDecimal(unscaled, scale)));
        Arbitrary<Primitive> dates = Combinators.combine(
                        Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
                        Arbitraries.integers().between(0, 9_999_999),
                        Arbitraries.integers().between(-14 * 60, 14 * 60).injectNull(0.3))
                .as((second, tick, minutes) -> new Primitive.DateTime(
                        LocalDateTime.ofEpochSecond(second, tick * 100, ZoneOffset.UTC),
                        minutes == null ? null : ZoneOffset.ofTotalSeconds(minutes * 60)));
        Arbitrary<Primitive> spans = Arbitraries.longs()
                .greaterOrEqual(-Long.MAX_VALUE)
                .map(ticks -> new Primitive.TimeSpan(Duration.ofSeconds(ticks / 10_000_000, ticks % 10_000_000 * 100)));
        Arbitrary<Primitive> progress = Combinators.combine(
                        strings(), Arbitraries.integers(), strings().injectNull(0.3), Arbitraries.of(true, false))
                .as((text, number, operation, done) ->
                        new Primitive.Progress(text, number, operation, -1, 50, done, number, text));
        return Arbitraries.oneOf(
                strings().map(Primitive.Text::new),
                Combinators.combine(Arbitraries.of(Primitive.Typed.Kind.class), strings())
                        .as(Primitive.Typed::new),
                Arbitraries.chars().all().map(Primitive.Char::new),
                Arbitraries.of(true, false).map(Primitive.Bool::new),
                Arbitraries.just(new Primitive.Nil()),
                wholes,
                doubles,
                floats,
                decimals,
                dates,
                spans,
                progress,
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                        .as((high, low) -> new Primitive.Guid(new UUID(high, low))),
                versions(),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Primitive.Bytes::new),
                Arbitraries.of("", "AAAA", "c2VjcmV0").map(Primitive.SecureString::new));
    }

    private static Arbitrary<Primitive> versions() {
        Arbitrary<Integer> number = Arbitraries.integers().greaterOrEqual(0);
        return Combinators.combine(
                        number, number, number, number, Arbitraries.integers().between(2, 4))
                .as((a, b, c, d, parts) -> new Primitive.Version(a, b, parts > 2 ? c : -1, parts > 3 ? d : -1));
    }

    private static long fit(Primitive.Whole.Width width, long value) {
        return switch (width) {
            case BY -> value & 0xFF;
            case SB -> (byte) value;
            case U16 -> value & 0xFFFF;
            case I16 -> (short) value;
            case U32 -> value & 0xFFFF_FFFFL;
            case I32 -> (int) value;
            case U64, I64 -> value;
        };
    }
}
