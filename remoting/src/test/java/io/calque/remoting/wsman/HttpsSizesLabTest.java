package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import io.calque.remoting.session.SessionFailed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Envelopes small and large, servers old and strict. */
@Tag("integration")
@Tag("lab")
class HttpsSizesLabTest {
    @TempDir
    private Path folder;

    private HttpsLab serve(int users, String... options) {
        return HttpsLab.serve(Lab.in(folder, users), folder, options);
    }

    private static List<CliXml> done(Session session, Call call) {
        var outcome = session.run(call);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).results().output();
    }

    private static Call echo(String text) {
        return Call.of(Command.of("Write-Output", Parameter.of("InputObject", text)))
                .within(LabClient.PATIENCE);
    }

    @Test
    void requests_are_cut_to_the_envelope_of_a_small_server_and_refused_when_they_are_not() {
        try (var lab = serve(5, "-Auth", "ntlm", "-MaxEnvelopeKb", "32")) {
            var text = "x’".repeat(100_000);
            try (var session = LabClient.to(lab)
                    .with(WsManSettings.DEFAULT.withEnvelope(32 * 1024))
                    .open()) {
                assertThat(done(session, echo(text))).containsExactly(CliXml.of(text));
            }
            try (var session = LabClient.to(lab)
                    .with(WsManSettings.DEFAULT.withEnvelope(153_600))
                    .open()) {
                assertThat(session.run(echo(text)))
                        .isNotInstanceOf(Outcome.Done.class)
                        .isNotInstanceOf(Outcome.Unknown.class);
            } catch (SessionFailed e) {
                assertThat(e.transport()).containsInstanceOf(TransportException.Refused.class);
            }
        }
    }

    @Test
    void a_server_that_looks_newer_than_its_envelope_gets_smaller_ones_after_its_first_refusal() {
        try (var lab = serve(5, "-Auth", "ntlm", "-MaxEnvelopeKb", "150")) {
            try (var session = LabClient.to(lab).open()) {
                var text = "y".repeat(400_000);
                assertThat(done(session, echo(text))).containsExactly(CliXml.of(text));
                assertThat(lab.requests()).anyMatch(line -> line.contains("\"status\":413"));
                assertThat(done(session, echo(text))).containsExactly(CliXml.of(text));
            }
        }
    }

    @Test
    void five_megabytes_come_whole() {
        try (var lab = serve(5, "-Auth", "negotiate")) {
            try (var session = LabClient.to(lab).open()) {
                var text = "z’".repeat(1_250_000);
                assertThat(done(session, echo(text))).containsExactly(CliXml.of(text));
            }
        }
    }

    @Test
    void ten_thousand_inputs_go_in_order_and_in_few_requests() {
        try (var lab = serve(5, "-Auth", "negotiate")) {
            try (var session = LabClient.to(lab).open()) {
                var inputs = IntStream.range(0, 10_000).mapToObj(CliXml::of).toList();
                var call = Call.of(Command.of("Write-Output"))
                        .withInput(inputs.iterator())
                        .within(LabClient.PATIENCE);
                assertThat(done(session, call)).containsExactlyElementsOf(inputs);
                assertThat(lab.requests()).hasSizeLessThan(200);
            }
        }
    }

    @Test
    void a_server_of_2008_r2_with_its_own_ids_and_small_envelope_is_served() {
        try (var lab = serve(200, "-Auth", "negotiate", "-Server", "2008r2")) {
            try (var session = LabClient.to(lab).open()) {
                assertThat(done(session, LabClient.users())).hasSizeGreaterThan(100);
                var text = "w".repeat(300_000);
                assertThat(done(session, echo(text))).containsExactly(CliXml.of(text));
                assertThat(lab.requests())
                        .as("envelopes stay small")
                        .noneMatch(line -> line.contains("\"status\":413"));
            }
        }
    }

    @Test
    void typed_commands_run_where_no_language_is_allowed() {
        try (var lab = serve(5, "-Auth", "negotiate", "-Language", "No")) {
            try (var session = LabClient.to(lab).open()) {
                assertThat(done(session, LabClient.users())).isNotEmpty();
                assertThat(session.run(LabClient.granting("sip:ann@contoso.com", "Tag:Sales")))
                        .isInstanceOf(Outcome.Done.class);
                assertThat(lab.calls("Grant-CsConferencingPolicy", "sip:ann@contoso.com"))
                        .isEqualTo(1);
                assertThat(session.run(echo("x"))).isInstanceOf(Outcome.Refused.class);
            }
        }
    }

    @Test
    void every_answer_is_the_same_when_it_comes_in_small_pieces() {
        try (var lab = serve(60, "-Auth", "ntlm", "-PacketsPerReceive", "1", "-PacketSize", "500")) {
            try (var session = LabClient.to(lab).open()) {
                assertThat(done(session, LabClient.users())).hasSizeGreaterThan(30);
            }
        }
    }

    @Test
    void a_server_full_of_shells_says_so() {
        try (var lab = serve(5, "-Auth", "ntlm", "-MaxShells", "1")) {
            try (var first = LabClient.to(lab).open()) {
                assertThatThrownBy(() -> LabClient.to(lab).open()).isInstanceOf(SessionFailed.class);
                assertThat(first.run(LabClient.users())).isInstanceOf(Outcome.Done.class);
            }
            try (var second = LabClient.to(lab).open()) {
                assertThat(second.run(LabClient.users()))
                        .as("closing gives the shell back")
                        .isInstanceOf(Outcome.Done.class);
            }
        }
    }
}
