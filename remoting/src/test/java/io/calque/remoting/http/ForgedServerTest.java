package io.calque.remoting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.http.HttpException.Reason;
import io.calque.security.forge.Forgery;
import io.calque.security.forge.ListeningServer;
import io.calque.security.forge.ServerIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForgedServerTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(2), 4_096, 100_000);

    private static void logIn(ServerIdentity identity, ListeningServer server) throws HttpException {
        try (var connection = new HttpConnection(
                HttpsUrl.parse("https://localhost:" + server.port() + "/OcsPowershell"),
                identity.trust(),
                LIMITS,
                Tap.NONE)) {
            connection.exchange(new Request(
                    Headers.NONE.with("Authorization", "Basic Passw0rd"),
                    "x".getBytes(StandardCharsets.UTF_8),
                    Duration.ofMillis(300)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_password_is_sent_to_a_server_with_a_forged_certificate(Forgery forgery) {
        var identity = forgery.identity();
        try (var server = new ListeningServer(identity, ListeningServer.Prelude.NONE)) {
            assertThatThrownBy(() -> logIn(identity, server)).isInstanceOfSatisfying(HttpException.class, e -> {
                assertThat(e.reason()).as(e.getMessage()).isIn(Reason.CERTIFICATE, Reason.HOST_NAME);
                assertThat(e.maybeSent()).isFalse();
            });
            assertThat(server.heard()).isEmpty();
        }
    }

    @Test
    void a_server_that_is_what_it_says_gets_the_password() {
        for (var identity : Forgery.genuine()) {
            try (var server = new ListeningServer(identity, ListeningServer.Prelude.NONE)) {
                assertThatThrownBy(() -> logIn(identity, server))
                        .isInstanceOfSatisfying(
                                HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
                assertThat(server.heard()).contains("Authorization: Basic Passw0rd");
            }
        }
    }
}
