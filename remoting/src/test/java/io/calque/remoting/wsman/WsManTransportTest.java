package io.calque.remoting.wsman;

import static io.calque.remoting.http.ScriptedServer.message;
import static io.calque.remoting.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Redirects;
import io.calque.remoting.http.ScriptedServer;
import io.calque.remoting.http.ScriptedServer.Reply;
import io.calque.remoting.http.Tap;
import io.calque.remoting.http.TestCertificate;
import io.calque.remoting.psrp.Received;
import io.calque.remoting.psrp.Stream;
import io.calque.remoting.psrp.TransportException;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WsManTransportTest {
    private static final UUID POOL = UUID.fromString("aaaaaaaa-0000-0000-0000-000000000001");
    private static final UUID PIPELINE = UUID.fromString("bbbbbbbb-0000-0000-0000-000000000002");
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), 65_536, 1 << 20);
    private static final WsManSettings SETTINGS =
            WsManSettings.DEFAULT.withPoll(Duration.ofSeconds(1), Duration.ofMillis(500));

    /** A server without authentication whose replies to the envelopes (not to the question before them) come in this order. */
    private static ScriptedServer server(List<Reply> replies, List<String> actions) {
        return new ScriptedServer(TestCertificate.localhost(), (n, request) -> {
            if (request.body().isEmpty()) {
                return new Reply.Bytes(message(200, "", ""));
            }
            synchronized (actions) {
                actions.add(action(request.body()));
                return replies.get(Math.min(actions.size(), replies.size()) - 1);
            }
        });
    }

    private static String action(String envelope) {
        var action = envelope.replaceAll("(?s).*?<a:Action[^>]*>([^<]*)<.*", "$1");
        return action.substring(action.lastIndexOf('/') + 1);
    }

    private static WsManTransport to(HttpsUrl url, WsManSettings settings) {
        var login = Login.by(Mechanism.BASIC, new Credentials.Password("ann", Secret.of("p")));
        return new WsManTransport(
                url, Trust.Pinned.to(TestCertificate.localhost().certificate()), login, LIMITS, settings, Tap.NONE);
    }

    private static void talk(List<Reply> replies, List<String> expected, Consumer<WsManTransport> work) {
        var actions = new ArrayList<String>();
        try (var server = server(replies, actions)) {
            try (var transport = to(server.url(), SETTINGS)) {
                work.accept(transport);
            }
            assertThat(actions).containsExactlyElementsOf(expected);
        }
    }

    private static Reply fault(long code, String subcode) {
        return new Reply.Bytes(
                message(500, "Content-Type: application/soap+xml\r\n", Soap.fault(code, subcode, "told so")));
    }

    private static final Reply CREATED = ok(Soap.created("SERVER-MADE", true));
    private static final Reply DONE = ok(Soap.body(""));

    @Test
    void a_conversation_uses_the_ids_that_the_server_made() {
        var bodies = new ArrayList<String>();
        try (var server = new ScriptedServer(TestCertificate.localhost(), (n, request) -> {
            bodies.add(request.body());
            return switch (action(request.body())) {
                case "Create" -> ok(Soap.created("S1", false));
                case "Command" -> ok(Soap.started("C1"));
                case "Receive" -> ok(Soap.output(true, new byte[] {7}));
                default -> DONE;
            };
        })) {
            try (var transport = to(server.url(), SETTINGS)) {
                transport.open(POOL, new byte[] {1});
                transport.command(PIPELINE, new byte[] {2});
                transport.send(PIPELINE, Stream.INPUT, new byte[] {3});
                transport.send(null, Stream.HOST_REPLY, new byte[] {4});
                assertThat(transport.receive(PIPELINE))
                        .satisfies(r -> assertThat(r.fragments()).containsExactly(7));
                transport.stop(PIPELINE);
                transport.release(PIPELINE);
            }
        }
        var joined = String.join("\n", bodies);
        assertThat(joined)
                .contains("ShellId=\"AAAAAAAA-0000-0000-0000-000000000001\"")
                .contains("CommandId=\"BBBBBBBB-");
        assertThat(bodies.subList(3, bodies.size()))
                .allSatisfy(b -> assertThat(b).contains("<w:Selector Name=\"ShellId\">S1</w:Selector>"));
        assertThat(joined)
                .contains("<rsp:Stream Name=\"stdin\" CommandId=\"C1\">Aw==")
                .contains("<rsp:Stream Name=\"pr\">BA==")
                .contains("<rsp:DesiredStream CommandId=\"C1\">stdout")
                .contains("<rsp:Code>powershell/signal/crtl_c")
                .contains("shell/signal/Terminate");
        assertThat(bodies.getLast()).contains("transfer/Delete");
    }

    @Test
    void a_poll_that_timed_out_brings_nothing() {
        talk(
                List.of(CREATED, fault(WsManFault.TIMED_OUT, "TimedOut"), DONE),
                List.of("Create", "Receive", "Delete"),
                transport -> {
                    transport.open(POOL, new byte[0]);
                    assertThat(transport.receive(null)).isEqualTo(Received.NOTHING);
                });
    }

    @Test
    void a_shell_that_is_gone_is_told_apart_from_one_that_refuses() {
        talk(
                List.of(CREATED, fault(WsManFault.NO_SUCH_SHELL, "InvalidSelectors"), DONE),
                List.of("Create", "Receive", "Delete"),
                transport -> {
                    transport.open(POOL, new byte[0]);
                    assertThatThrownBy(() -> transport.receive(null))
                            .isInstanceOfSatisfying(
                                    TransportException.SessionGone.class,
                                    e -> assertThat(e.maybeSent()).isFalse());
                });
        talk(
                List.of(fault(2_150_858_811L, "DestinationUnreachable")),
                List.of("Create"),
                transport -> assertThatThrownBy(() -> transport.open(POOL, new byte[0]))
                        .isInstanceOfSatisfying(
                                TransportException.Refused.class,
                                e -> assertThat(e.status()).isEqualTo(2_150_858_811L))
                        .hasMessage("told so"));
    }

    @Test
    void a_command_that_met_a_failing_server_may_have_run_and_is_never_repeated() {
        for (var reply : List.of(
                fault(WsManFault.TIMED_OUT, "TimedOut"),
                fault(1, "InternalError"),
                new Reply.Bytes(message(502, "", "bad gateway")),
                ok("garbage"),
                ok(Soap.body("")),
                new Reply.Last(new byte[0]),
                new Reply.Last(
                        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<s:".getBytes(StandardCharsets.US_ASCII)))) {
            talk(List.of(CREATED, reply, DONE), List.of("Create", "Command", "Delete"), transport -> {
                transport.open(POOL, new byte[0]);
                assertThatThrownBy(() -> transport.command(PIPELINE, new byte[] {1}))
                        .isInstanceOf(TransportException.MaybeSent.class);
            });
        }
    }

    @Test
    void an_answer_that_proves_that_nothing_ran_is_a_refusal() {
        for (var refusal :
                List.of(new Reply.Bytes(message(413, "", "")), fault(5, "AccessDenied"), fault(1, "QuotaLimit"))) {
            talk(List.of(CREATED, refusal, DONE), List.of("Create", "Command", "Delete"), transport -> {
                transport.open(POOL, new byte[0]);
                assertThatThrownBy(() -> transport.command(PIPELINE, new byte[] {1}))
                        .isInstanceOf(TransportException.Refused.class);
            });
        }
    }

    @Test
    void an_answer_that_may_come_from_before_the_server_proves_nothing() {
        for (int status : new int[] {403, 404, 503, 400}) {
            talk(
                    List.of(CREATED, new Reply.Bytes(message(status, "", "")), DONE),
                    List.of("Create", "Command", "Delete"),
                    transport -> {
                        transport.open(POOL, new byte[0]);
                        assertThatThrownBy(() -> transport.command(PIPELINE, new byte[] {1}))
                                .isInstanceOf(TransportException.MaybeSent.class)
                                .hasMessageContaining("may have acted");
                    });
        }
    }

    @Test
    void a_401_in_the_middle_is_answered_once_and_the_request_sent_again() {
        var actions = new ArrayList<String>();
        var refused = new Reply.Bytes(message(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", ""));
        try (var server = new ScriptedServer(TestCertificate.localhost(), (n, request) -> {
            if (request.header("Authorization").isEmpty()) {
                return refused;
            }
            actions.add(action(request.body()));
            return switch (action(request.body())) {
                case "Create" -> CREATED;
                case "Command" -> actions.size() == 2 ? refused : ok(Soap.started("C1"));
                default -> DONE;
            };
        })) {
            try (var transport = to(server.url(), SETTINGS)) {
                transport.open(POOL, new byte[0]);
                transport.command(PIPELINE, new byte[] {1});
            }
        }
        assertThat(actions).containsExactly("Create", "Command", "Command", "Delete");
    }

    @Test
    void a_refused_password_is_tried_once() {
        try (var server = new ScriptedServer(
                        TestCertificate.localhost(),
                        (n, r) -> new Reply.Bytes(message(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "")));
                var transport = to(server.url(), SETTINGS)) {
            assertThatThrownBy(() -> transport.open(POOL, new byte[0]))
                    .isInstanceOfSatisfying(
                            TransportException.Refused.class,
                            e -> assertThat(e.status()).isEqualTo(401));
            assertThat(server.seen()).hasSize(2);
        }
    }

    @Test
    void room_grows_for_a_server_that_describes_its_shell_and_shrinks_when_it_says_413() {
        var bodies = new ArrayList<String>();
        try (var server = new ScriptedServer(TestCertificate.localhost(), (n, request) -> {
            bodies.add(request.body());
            var action = action(request.body());
            if (request.body().length() > 200_000) {
                return new Reply.Last(message(413, "Connection: close\r\n", ""));
            }
            return action.equals("Create") ? CREATED : action.equals("Command") ? ok(Soap.started("C1")) : DONE;
        })) {
            try (var transport = to(server.url(), SETTINGS)) {
                var small = transport.room();
                assertThat(small).isBetween(110_000, 114_600);
                transport.open(POOL, new byte[small]);
                assertThat(bodies.getLast().length()).isBetween(153_000, 153_600);
                assertThat(transport.room()).isBetween(375_000, 384_000);
                transport.command(PIPELINE, new byte[transport.room()]);
                assertThat(transport.room()).isEqualTo(small);
                assertThat(bodies)
                        .extracting(WsManTransportTest::action)
                        .containsSubsequence("Create", "Command", "Command", "Send", "Send", "Send");
                assertThat(bodies.getLast()).contains("Name=\"stdin\" CommandId=\"C1\"");
            }
        }
    }

    @Test
    void redirects_are_followed_only_when_allowed_and_never_with_a_bare_password_to_another_host() {
        try (var server = new ScriptedServer(
                TestCertificate.localhost(),
                (n, request) -> request.head().contains("/there")
                        ? CREATED
                        : new Reply.Bytes(message(302, "Location: /there\r\n", "")))) {
            try (var transport = to(server.url(), SETTINGS)) {
                assertThatThrownBy(() -> transport.open(POOL, new byte[0]))
                        .hasMessageContaining("not followed unless allowed");
            }
            try (var transport = to(server.url(), SETTINGS.withRedirects(Redirects.SAME_SUFFIX))) {
                transport.open(POOL, new byte[0]);
            }
        }
        for (var location : List.of("http://localhost/there", "https://evil.example/there", "/OcsPowershell")) {
            try (var server = new ScriptedServer(
                            TestCertificate.localhost(),
                            (n, request) -> new Reply.Bytes(message(302, "Location: " + location + "\r\n", "")));
                    var transport = to(server.url(), SETTINGS.withRedirects(Redirects.SAME_SUFFIX))) {
                assertThatThrownBy(() -> transport.open(POOL, new byte[0]))
                        .isInstanceOf(TransportException.Refused.class);
            }
        }
    }

    @Test
    void stop_does_not_wait_for_a_poll() throws InterruptedException {
        var polling = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (var server = new ScriptedServer(TestCertificate.localhost(), (n, request) -> {
            switch (action(request.body())) {
                case "Create" -> {
                    return CREATED;
                }
                case "Receive" -> {
                    polling.countDown();
                    await(stopped);
                    return ok(Soap.output(true));
                }
                case "Signal" -> {
                    stopped.countDown();
                    return DONE;
                }
                default -> {
                    return DONE;
                }
            }
        })) {
            try (var transport = to(server.url(), SETTINGS.withPoll(Duration.ofSeconds(20), Duration.ofSeconds(5)))) {
                transport.open(POOL, new byte[0]);
                var poll = Thread.ofVirtual()
                        .start(() ->
                                assertThat(transport.receive(PIPELINE).done()).isTrue());
                await(polling);
                transport.stop(PIPELINE);
                poll.join();
            }
            assertThat(server.seen())
                    .extracting(ScriptedServer.Seen::connection)
                    .contains(1, 2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_version_of_powershell_is_in_the_address_when_asked_for() {
        try (var server = new ScriptedServer(TestCertificate.localhost(), (n, r) -> CREATED);
                var transport = to(server.url(), SETTINGS.withPsVersion("5.1.17763.1"))) {
            transport.open(POOL, new byte[0]);
            assertThat(server.seen().getLast().head()).startsWith("POST /OcsPowershell?PSVersion=5.1.17763.1 HTTP/1.1");
        }
    }
}
