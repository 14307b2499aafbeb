package io.calque.directory.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.fake.FakeController;
import io.calque.security.forge.Forgery;
import io.calque.security.forge.ListeningServer;
import io.calque.security.forge.ServerIdentity;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Controllers that accept and then say nothing, at each stage; the next one is asked. */
@Timeout(60)
class SilentControllerTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Login LOGIN = new Login.Simple("reader@example.test", Secret.of("Passw0rd"));

    private static Limits limits(Duration name, Duration connect, Duration tls, Duration login) {
        return new Limits(name, connect, tls, login, LONG);
    }

    private static ConnectionSettings settings(int port, Encryption encryption, Trust trust, Limits limits) {
        return new ConnectionSettings(List.of(new Address("localhost", port)), encryption, trust, LOGIN, limits);
    }

    private static void assertSilent(ConnectionSettings settings, Code code, String words) {
        assertThatThrownBy(() -> new Controllers(settings).open(null, remark -> {}))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.code()).isEqualTo(code);
                            assertThat(finding.message()).contains(words);
                        }));
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("localhost"));
    }

    @Test
    @Tag("raises-CQ730")
    void a_name_service_that_does_not_answer_is_given_up() {
        ConnectionSettings settings =
                settings(636, Encryption.LDAPS, new Trust.Platform(), limits(SHORT, LONG, LONG, LONG));
        ConnectionAttempt attempt = new ConnectionAttempt(
                settings, settings.servers().getFirst(), SilentControllerTest::sleeping, (step, detail) -> {});
        assertThatThrownBy(attempt::connect)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.findings())
                                .extracting(Finding::code)
                                .containsExactly(Code.CONTROLLER_SILENT))
                .hasMessageContaining("the name service did not answer within 400 ms");
    }

    private static InetAddress[] sleeping(String name) throws IOException {
        try {
            Thread.sleep(LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException(name);
    }

    @Test
    void a_connection_that_is_not_accepted_is_given_up() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = listener()) {
            fill(full, waiting);
            assertSilent(
                    settings(
                            full.getLocalPort(),
                            Encryption.LDAPS,
                            new Trust.Platform(),
                            limits(LONG, SHORT, LONG, LONG)),
                    Code.CONTROLLER_UNREACHABLE,
                    "does not answer");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Connects until the listener's queue is full. */
    private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 1000; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress("localhost", full.getLocalPort()), 300);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    @Test
    void a_handshake_that_does_not_begin_is_given_up() throws IOException {
        try (ServerSocket silent = listener()) {
            for (Encryption encryption : List.of(Encryption.LDAPS, Encryption.STARTTLS)) {
                assertSilent(
                        settings(
                                silent.getLocalPort(),
                                encryption,
                                new Trust.Platform(),
                                limits(LONG, LONG, SHORT, LONG)),
                        Code.CONTROLLER_SILENT,
                        "did not finish the TLS handshake within 400 ms");
            }
        }
    }

    @Test
    void a_handshake_that_drips_is_given_up() throws IOException {
        try (ServerSocket dripping = listener()) {
            Thread.ofVirtual().start(() -> drip(dripping));
            assertSilent(
                    settings(
                            dripping.getLocalPort(),
                            Encryption.LDAPS,
                            new Trust.Platform(),
                            limits(LONG, LONG, SHORT, LONG)),
                    Code.CONTROLLER_SILENT,
                    "did not finish the TLS handshake within 400 ms");
        }
    }

    /** Begins a large TLS record, and sends it a byte at a time. */
    private static void drip(ServerSocket listener) {
        try (Socket socket = listener.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write(new byte[] {22, 3, 3, 0x3F, 0, 2, 0, 0x3E, 0});
            while (true) {
                Thread.sleep(50);
                out.write(0);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // The client is gone.
        }
    }

    @Test
    void a_login_that_is_not_answered_is_given_up() {
        ServerIdentity identity = Forgery.genuine().getFirst();
        try (ListeningServer server = new ListeningServer(identity, ListeningServer.Prelude.NONE)) {
            assertSilent(
                    settings(server.port(), Encryption.LDAPS, identity.trust(), limits(LONG, LONG, LONG, SHORT)),
                    Code.CONTROLLER_SILENT,
                    "did not answer the login within 400 ms");
        }
    }

    @Test
    @Tag("spares-CQ730")
    void the_next_controller_is_asked() throws IOException {
        try (ServerSocket silent = listener();
                FakeController next = new FakeController(List.of(FakeController.root()))) {
            ConnectionSettings both = new ConnectionSettings(
                    List.of(new Address("localhost", silent.getLocalPort()), next.address()),
                    Encryption.LDAPS,
                    next.settings().trust(),
                    LOGIN,
                    limits(LONG, LONG, Duration.ofSeconds(2), LONG));
            List<Finding> remarks = new ArrayList<>();
            try (Session session = new Controllers(both).open(null, remarks::add)) {
                assertThat(session.address()).isEqualTo(next.address());
            }
            assertThat(remarks).extracting(Finding::code).containsExactly(Code.CONTROLLER_SKIPPED);
        }
    }
}
