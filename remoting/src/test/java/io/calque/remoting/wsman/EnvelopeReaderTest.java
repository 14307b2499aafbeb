package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EnvelopeReaderTest {
    private static Answer read(String envelope) throws MalformedAnswer {
        return EnvelopeReader.read(envelope.getBytes(StandardCharsets.UTF_8));
    }

    @Example
    void the_shell_is_the_one_the_server_names() throws MalformedAnswer {
        assertThat(read(Soap.created("ABC", true))).isEqualTo(new Answer.Created("ABC", true));
        assertThat(read(Soap.created("ABC", false))).isEqualTo(new Answer.Created("ABC", false));
        assertThat(read(Soap.started("DEF"))).isEqualTo(new Answer.Started("DEF"));
        assertThat(read(Soap.body(""))).isEqualTo(new Answer.Acknowledged());
    }

    @Example
    void streams_are_put_together_in_order() throws MalformedAnswer {
        assertThat(read(Soap.output(true, new byte[] {1, 2}, new byte[] {3})))
                .isInstanceOfSatisfying(Answer.Output.class, o -> {
                    assertThat(o.fragments()).containsExactly(1, 2, 3);
                    assertThat(o.done()).isTrue();
                });
        assertThat(read(Soap.output(false))).isInstanceOfSatisfying(Answer.Output.class, o -> {
            assertThat(o.fragments()).isEmpty();
            assertThat(o.done()).isFalse();
        });
    }

    @Example
    void a_fault_gives_its_number_and_its_innermost_words() throws MalformedAnswer {
        assertThat(read(Soap.fault(2_150_858_793L, "TimedOut", "not\n in  time")))
                .isEqualTo(new Answer.Failed(new WsManFault(2_150_858_793L, "TimedOut", "not in time")));
        var nested =
                "<f:ProviderFault provider=\"p\"><f:WSManFault Code=\"5\"><f:Message>Access is denied. </f:Message></f:WSManFault></f:ProviderFault>";
        assertThat(read(Soap.fault(0, "AccessDenied", nested)))
                .isEqualTo(new Answer.Failed(new WsManFault(5, "AccessDenied", "Access is denied.")));
        assertThat(read(Soap.fault(7, "X", ""))).isEqualTo(new Answer.Failed(new WsManFault(7, "X", "reason")));
    }

    @Example
    void hostile_xml_is_refused() {
        var bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
        var file = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        for (var text : List.of(
                bomb + Soap.body("<rsp:CommandResponse><rsp:CommandId>&c;</rsp:CommandId></rsp:CommandResponse>"),
                file + Soap.body("<rsp:CommandResponse><rsp:CommandId>&x;</rsp:CommandId></rsp:CommandResponse>"),
                Soap.body("<a:b>".repeat(5_000)),
                "<html/>",
                "",
                "garbage",
                Soap.body("<rsp:ReceiveResponse><rsp:Stream>not*base64=x=</rsp:Stream></rsp:ReceiveResponse>"),
                Soap.body("<x:ResourceCreated/>"))) {
            assertThatThrownBy(() -> read(text))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .isInstanceOf(MalformedAnswer.class);
        }
    }

    @Property(tries = 2_000)
    void damaged_envelopes_are_read_or_refused(@ForAll("damaged") byte[] envelope) {
        try {
            assertThat(EnvelopeReader.read(envelope)).isNotNull();
        } catch (MalformedAnswer e) {
            assertThat(e).hasMessageContaining("answer");
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        var good = Arbitraries.of(
                Soap.created("ABC", true),
                Soap.output(true, new byte[40], new byte[1]),
                Soap.fault(5, "X", "no"),
                Soap.started("1"));
        var scraps = Arbitraries.of(
                "<",
                ">",
                "&",
                "&#x0;",
                "</s:Body>",
                "<s:Fault>",
                "<!DOCTYPE a>",
                "]]>",
                "\u0000",
                "é",
                "<rsp:Stream>",
                "\"",
                "<a>".repeat(200));
        var cuts = Arbitraries.integers().between(0, 1_400).list().ofMaxSize(4);
        return Combinators.combine(good, scraps.list().ofSize(4), cuts).as((text, parts, at) -> {
            var damaged = new StringBuilder(text);
            for (int i = 0; i < at.size(); i++) {
                damaged.insert(Math.min(at.get(i), damaged.length()), parts.get(i));
            }
            var bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
            return at.size() == 4 ? Arrays.copyOf(bytes, Math.min(bytes.length, at.get(0))) : bytes;
        });
    }
}
