package io.calque.directory.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.security.forge.Forgery;
import io.calque.security.forge.ListeningServer;
import io.calque.security.forge.ServerIdentity;
import io.calque.security.secret.Secret;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForgedControllerTest {
    private static final List<Encryption> WITH_TLS = List.of(Encryption.LDAPS, Encryption.STARTTLS);
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));
    /** Message 1: an extended response with success (RFC 4511, 4.12). */
    private static final byte[] AGREED = {0x30, 0x0C, 2, 1, 1, 0x78, 7, 0x0A, 1, 0, 4, 0, 4, 0};

    private static ListeningServer controller(ServerIdentity identity, Encryption encryption) {
        return new ListeningServer(
                identity,
                encryption == Encryption.STARTTLS ? ForgedControllerTest::agreeToTls : ListeningServer.Prelude.NONE);
    }

    private static void agreeToTls(Socket socket) throws IOException {
        byte[] asked = new byte[2];
        assertThat(socket.getInputStream().readNBytes(asked, 0, 2)).isEqualTo(2);
        byte[] rest = socket.getInputStream().readNBytes(asked[1]);
        assertThat(new String(rest, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("1.3.6.1.4.1.1466.20037");
        socket.getOutputStream().write(AGREED);
    }

    private static void logIn(ServerIdentity identity, Encryption encryption, ListeningServer server) {
        ConnectionSettings settings = new ConnectionSettings(
                List.of(new Address("localhost", server.port())),
                encryption,
                identity.trust(),
                new Login.Simple("reader@example.test", Secret.of("Passw0rd")),
                LIMITS);
        new Controllers(settings).open(null, remark -> {}).close();
    }

    @ParameterizedTest
    @EnumSource
    void no_password_is_sent_to_a_controller_with_a_forged_certificate(Forgery forgery) {
        ServerIdentity identity = forgery.identity();
        for (Encryption encryption : WITH_TLS) {
            try (ListeningServer server = controller(identity, encryption)) {
                assertThatThrownBy(() -> logIn(identity, encryption, server))
                        .isInstanceOfSatisfying(
                                Fault.class,
                                fault -> assertThat(fault.findings())
                                        .singleElement()
                                        .satisfies(finding -> {
                                            assertThat(finding.code()).isEqualTo(Code.CONTROLLER_NOT_TRUSTED);
                                            assertThat(finding.message())
                                                    .containsAnyOf("is not trusted: ", "is not for this name");
                                        }));
                assertThat(server.heard()).isEmpty();
            }
        }
    }

    @Test
    void a_controller_that_is_what_it_says_gets_the_password() {
        for (ServerIdentity identity : Forgery.genuine()) {
            for (Encryption encryption : WITH_TLS) {
                try (ListeningServer server = controller(identity, encryption)) {
                    assertThatThrownBy(() -> logIn(identity, encryption, server))
                            .isInstanceOfSatisfying(
                                    Fault.class,
                                    fault -> assertThat(fault.findings())
                                            .singleElement()
                                            .satisfies(finding ->
                                                    assertThat(finding.code()).isEqualTo(Code.CONTROLLER_SILENT)));
                    assertThat(server.heard()).contains("Passw0rd");
                }
            }
        }
    }
}
