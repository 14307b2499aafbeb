package io.calque.remoting.clixml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One of each kind of value, as it is written. */
@Tag("golden")
class CliXmlGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/values.xml");

    private static final List<CliXml> VALUES = List.of(
            new Primitive.Nil(),
            new Primitive.Text("Tom’s 'own' <&> _x0041_ \t\r\n\u0001 \ud83d\ude00"),
            new Primitive.Typed(Primitive.Typed.Kind.URI, "https://contoso.com/?a=1&b=2"),
            new Primitive.Char('ü'),
            new Primitive.Bool(true),
            new Primitive.Whole(Primitive.Whole.Width.I32, -250),
            new Primitive.Real(Primitive.Real.Precision.DB, 0.1),
            new Primitive.Decimal(new BigDecimal("107.00")),
            new Primitive.DateTime(LocalDateTime.of(2026, 11, 24, 9, 30), ZoneOffset.UTC),
            new Primitive.TimeSpan(Duration.ofMillis(90_500)),
            new Primitive.Guid(UUID.fromString("00000000-0000-0000-0000-00000000002a")),
            Primitive.Version.of(2, 3),
            new Primitive.Bytes("ann".getBytes(StandardCharsets.UTF_8)),
            new Primitive.SecureString("AAEC"),
            new Primitive.Progress("Granting", 1, "ann", -1, 50, false, 12, "5 of 10"),
            new Obj(
                    1,
                    List.of("System.Collections.Hashtable", "System.Object"),
                    "self",
                    new Content.Dictionary(
                            List.of(new Content.Dictionary.Entry(new Primitive.Text("self"), new Ref(1)))),
                    List.of(),
                    List.of()),
            Obj.list(List.of(new Primitive.Text("Internal"), new Primitive.Text("Local"))),
            new Obj(
                    0,
                    List.of(),
                    null,
                    new Content.Base(Obj.bag(Property.of("SipAddress", "sip:ann@contoso.com"))),
                    List.of(),
                    List.of(Property.of("PSPath", "CS:\\ann"))));

    /** A secret is encrypted on its way out and can't be written as it is. */
    private static final Set<Class<?>> NEVER_WRITTEN = Set.of(Primitive.Secret.class);

    @Test
    void every_kind_of_value_has_its_element() throws IOException {
        Set<Class<?>> covered = Stream.concat(
                        VALUES.stream(),
                        VALUES.stream().filter(Obj.class::isInstance).map(value -> ((Obj) value).content()))
                .map(Object::getClass)
                .collect(Collectors.toSet());
        covered.add(Ref.class);
        assertThat(covered).containsAll(leaves(CliXml.class)).containsAll(leaves(Content.class));

        String written = CliXmlWriter.document(VALUES).replace("><", ">\n<");
        if ("rewrite".equals(System.getProperty("calque.golden"))) {
            Files.writeString(GOLDEN, written);
        }
        assertThat(written).isEqualTo(Files.readString(GOLDEN));
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(part -> part.isSealed() ? leaves(part).stream() : Stream.<Class<?>>of(part))
                .filter(leaf -> !NEVER_WRITTEN.contains(leaf))
                .collect(Collectors.toSet());
    }
}
