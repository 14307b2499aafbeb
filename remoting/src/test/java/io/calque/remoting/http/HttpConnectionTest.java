package io.calque.remoting.http;

import static io.calque.remoting.http.ScriptedServer.message;
import static io.calque.remoting.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.http.HttpException.Reason;
import io.calque.remoting.http.ScriptedServer.Reply;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(2), 4_096, 100_000);

    private static HttpConnection to(ScriptedServer server) {
        return new HttpConnection(
                server.url(), Trust.Pinned.to(TestCertificate.localhost().certificate()), LIMITS, Tap.NONE);
    }

    private static Request request(String body) {
        return new Request(Headers.NONE, body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(1));
    }

    private static void assertFails(Reason reason, Reply reply) {
        try (var server = new ScriptedServer(TestCertificate.localhost(), (n, r) -> reply);
                var connection = to(server)) {
            assertThatThrownBy(() -> connection.exchange(request("x")))
                    .isInstanceOfSatisfying(HttpException.class, e -> {
                        assertThat(e.reason()).isEqualTo(reason);
                        assertThat(e.maybeSent()).isTrue();
                    });
            assertThat(server.seen()).as("a request is never sent twice").hasSize(1);
        }
    }

    @Test
    void requests_share_one_connection_and_decline_compression() throws HttpException {
        try (var server = new ScriptedServer(TestCertificate.localhost(), (n, r) -> ok("answer " + n));
                var connection = to(server)) {
            assertThat(connection.exchange(request("a")).text()).isEqualTo("answer 0");
            assertThat(connection.exchange(request("bé")).text()).isEqualTo("answer 1");
            assertThat(server.seen())
                    .extracting(ScriptedServer.Seen::connection)
                    .containsExactly(1, 1);
            assertThat(server.seen()).extracting(ScriptedServer.Seen::body).containsExactly("a", "bé");
            assertThat(server.seen().getFirst().header("Accept-Encoding")).isEqualTo("identity");
        }
    }

    @Test
    void a_connection_that_the_server_closes_is_made_anew_before_the_next_request() throws HttpException {
        try (var server = new ScriptedServer(
                        TestCertificate.localhost(),
                        (n, r) -> new Reply.Last(message(200, "Connection: close\r\n", "")));
                var connection = to(server)) {
            var first = connection.open();
            connection.exchange(request("a"));
            assertThat(connection.open()).isNotEqualTo(first);
            connection.exchange(request("b"));
            assertThat(server.seen()).hasSize(2);
        }
    }

    @Test
    void a_connection_that_was_dropped_while_idle_is_noticed_before_anything_is_written()
            throws HttpException, InterruptedException {
        try (var server = new ScriptedServer(
                        TestCertificate.localhost(),
                        (n, r) -> n == 0 ? new Reply.Last(message(200, "", "")) : ok("again"));
                var connection = to(server)) {
            connection.exchange(request("a"));
            Thread.sleep(700); // longer than a connection counts as surely fresh
            assertThat(connection.exchange(request("b")).text()).isEqualTo("again");
            assertThat(server.seen()).extracting(ScriptedServer.Seen::body).containsExactly("a", "b");
        }
    }

    @Test
    void a_cut_answer_leaves_the_outcome_open() {
        assertFails(
                Reason.CUT,
                new Reply.Last("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII)));
        assertFails(Reason.CUT, new Reply.Last(new byte[0]));
    }

    @Test
    void silence_ends_after_the_patience_of_the_request() {
        assertFails(Reason.TIMEOUT, new Reply.Drip(new byte[] {'H'}, Duration.ofSeconds(30)));
    }

    @Test
    void a_drip_ends_after_the_time_of_an_exchange() {
        assertFails(Reason.TIMEOUT, new Reply.Drip(message(200, "", "x".repeat(1_000)), Duration.ofMillis(50)));
    }

    @Test
    void compressed_garbled_and_oversized_answers_are_refused() {
        assertFails(Reason.MALFORMED, new Reply.Bytes(message(200, "Content-Encoding: gzip\r\n", "x")));
        assertFails(Reason.MALFORMED, new Reply.Bytes("SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertFails(Reason.TOO_LARGE, new Reply.Bytes(message(200, "", "x".repeat(100_001))));
        assertFails(Reason.TOO_LARGE, new Reply.Bytes(message(200, "X: " + "x".repeat(5_000) + "\r\n", "")));
    }

    @Test
    void nobody_listening_and_unknown_names_are_told_apart_and_nothing_was_sent() throws IOException {
        try (ClosedPort closed = new ClosedPort()) {
            HttpsUrl url = HttpsUrl.parse("https://localhost:" + closed.number() + "/");
            assertUnsent(Reason.CONNECT, url, new Trust.Platform());
        }
        assertUnsent(Reason.NAME, HttpsUrl.parse("https://no-such-host.invalid/"), new Trust.Platform());
    }

    private static void assertUnsent(Reason reason, HttpsUrl url, Trust trust) {
        try (var connection = new HttpConnection(url, trust, LIMITS, Tap.NONE)) {
            assertThatThrownBy(() -> connection.exchange(request("x")))
                    .isInstanceOfSatisfying(HttpException.class, e -> {
                        assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
                        assertThat(e.maybeSent()).isFalse();
                    });
        }
    }

    private static final TestCertificate OTHER_NAME =
            TestCertificate.of("EC", "SHA256withECDSA", "dns:other.example", 2);
    private static final TestCertificate EXPIRED = TestCertificate.of("EC", "SHA256withECDSA", "dns:localhost", -1);

    private static void assertRefused(TestCertificate certificate, Reason reason, Trust trust) {
        try (var server = new ScriptedServer(certificate, (n, r) -> ok("in"))) {
            assertUnsent(reason, server.url(), trust);
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void a_certificate_that_is_pinned_or_in_the_bundle_is_accepted() throws HttpException {
        var certificate = TestCertificate.localhost().certificate();
        for (var trust : List.of(Trust.Pinned.to(certificate), new Trust.Bundle(List.of(certificate)))) {
            try (var server = new ScriptedServer(TestCertificate.localhost(), (n, r) -> ok("in"));
                    var connection = new HttpConnection(server.url(), trust, LIMITS, Tap.NONE)) {
                assertThat(connection.exchange(request("x")).text()).isEqualTo("in");
            }
        }
    }

    @Test
    void an_unknown_certificate_is_refused() {
        assertRefused(TestCertificate.localhost(), Reason.CERTIFICATE, new Trust.Platform());
        assertRefused(
                TestCertificate.localhost(), Reason.CERTIFICATE, new Trust.Pinned(List.of(new Pin("ab".repeat(32)))));
        assertRefused(
                TestCertificate.localhost(), Reason.CERTIFICATE, new Trust.Bundle(List.of(OTHER_NAME.certificate())));
    }

    @Test
    void a_certificate_for_another_name_is_refused_even_when_trusted_or_pinned() {
        assertRefused(OTHER_NAME, Reason.HOST_NAME, Trust.Pinned.to(OTHER_NAME.certificate()));
        assertRefused(OTHER_NAME, Reason.HOST_NAME, new Trust.Bundle(List.of(OTHER_NAME.certificate())));
    }

    @Test
    void an_expired_certificate_is_refused_even_when_pinned() {
        assertRefused(EXPIRED, Reason.CERTIFICATE, Trust.Pinned.to(EXPIRED.certificate()));
    }
}
