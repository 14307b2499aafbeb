package io.calque.security.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.security.forge.Forgery;
import io.calque.security.forge.ListeningServer;
import io.calque.security.forge.ServerIdentity;
import io.calque.security.tls.TlsClient.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsClientTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static SSLSocket secure(ServerIdentity identity, int port, Protocol protocol)
            throws IOException, TrustException {
        return TlsClient.of(identity.trust(), protocol).secure(new Socket("localhost", port), "localhost", port, LIMIT);
    }

    @ParameterizedTest
    @EnumSource
    void no_byte_is_sent_to_a_server_with_a_forged_certificate(Forgery forgery) {
        ServerIdentity identity = forgery.identity();
        for (Protocol protocol : Protocol.values()) {
            try (ListeningServer server = new ListeningServer(identity, ListeningServer.Prelude.NONE)) {
                assertThatThrownBy(() -> {
                            try (SSLSocket socket = secure(identity, server.port(), protocol)) {
                                socket.getOutputStream().write("Passw0rd".getBytes(StandardCharsets.UTF_8));
                            }
                        })
                        .isInstanceOfSatisfying(
                                TlsException.class,
                                e -> assertThat(e.reason())
                                        .as(e.getMessage())
                                        .isEqualTo(
                                                forgery.name().startsWith("WRONG_NAME")
                                                        ? TlsException.Reason.HOST_NAME
                                                        : TlsException.Reason.CERTIFICATE));
                assertThat(server.heard()).isEmpty();
            }
        }
    }

    @Test
    void a_server_that_is_what_it_says_is_talked_to() throws IOException, TrustException {
        for (ServerIdentity identity : Forgery.genuine()) {
            for (Protocol protocol : Protocol.values()) {
                try (ListeningServer server = new ListeningServer(identity, ListeningServer.Prelude.NONE)) {
                    try (SSLSocket socket = secure(identity, server.port(), protocol)) {
                        socket.getOutputStream().write("Passw0rd".getBytes(StandardCharsets.UTF_8));
                    }
                    assertThat(server.heard()).isEqualTo("Passw0rd");
                }
            }
        }
    }

    @Test
    void old_versions_and_suites_without_forward_secrecy_or_with_sha_1_are_not_offered()
            throws IOException, TrustException {
        ServerIdentity identity = Forgery.genuine().getFirst();
        try (ListeningServer server = new ListeningServer(identity, ListeningServer.Prelude.NONE);
                SSLSocket socket = secure(identity, server.port(), Protocol.LDAPS)) {
            assertThat(socket.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
            assertThat(Arrays.asList(socket.getEnabledCipherSuites()))
                    .hasSizeGreaterThan(5)
                    .noneMatch(suite -> suite.startsWith("TLS_RSA_") || suite.endsWith("_CBC_SHA"))
                    .allMatch(suite -> suite.startsWith("TLS_AES_")
                            || suite.startsWith("TLS_CHACHA20_")
                            || suite.contains("DHE_")
                            || suite.equals("TLS_EMPTY_RENEGOTIATION_INFO_SCSV"));
        }
    }

    @Test
    void a_server_that_accepts_and_says_nothing_is_given_up() throws IOException, TrustException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
                Socket socket = new Socket("localhost", silent.getLocalPort())) {
            TlsClient client = TlsClient.of(Forgery.genuine().getLast().trust(), Protocol.LDAPS);
            assertThatThrownBy(() -> client.secure(socket, "localhost", silent.getLocalPort(), Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            TlsException.class, e -> assertThat(e.reason()).isEqualTo(TlsException.Reason.TIMEOUT))
                    .hasMessageContaining("did not finish the TLS handshake within 200 ms");
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void a_bundle_without_a_certificate_or_with_a_broken_one_is_refused() {
        for (String content :
                List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")) {
            assertThatThrownBy(() -> Trust.bundle(content.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(TrustException.class);
        }
    }
}
