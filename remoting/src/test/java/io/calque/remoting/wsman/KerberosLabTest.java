package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.SessionFailed;
import io.calque.security.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Kerberos against a real KDC (MIT's) and a real acceptor (the lab's, by MIT's library), both on loopback. */
@Tag("integration")
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KerberosLabTest {
    private static final String ANN = "ann@" + Kdc.REALM;

    private Kdc kdc;
    private HttpsLab lab;

    @BeforeAll
    void start(@TempDir Path folder) {
        var pool = Lab.in(folder, 5);
        kdc = Kdc.in(folder);
        lab = HttpsLab.start(
                pool,
                folder,
                Map.of("KRB5_CONFIG", kdc.configuration().toString()),
                List.of(
                        "-Auth",
                        "kerberos,negotiate",
                        "-Keytab",
                        kdc.keytab("HTTP/localhost").toString(),
                        "-Principal",
                        "HTTP/localhost",
                        "-ChannelBinding",
                        "require",
                        "-User",
                        "ann",
                        "-Password",
                        Kdc.PASSWORD,
                        "-Domain",
                        Kdc.REALM));
    }

    @AfterAll
    void stop() {
        if (lab != null) {
            lab.close();
        }
        if (kdc != null) {
            kdc.close();
        }
    }

    private void assertWorks(Credentials credentials) {
        var login = Login.by(Mechanism.KERBEROS, credentials);
        try (var session = LabClient.to(lab).as(login).open()) {
            assertThat(session.run(LabClient.users())).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void a_password_gets_a_ticket_and_the_ticket_opens_a_session_bound_to_the_channel() {
        assertWorks(new Credentials.Password(ANN, Secret.of(Kdc.PASSWORD)));
        assertWorks(new Credentials.Password("calque\\ann", Secret.of(Kdc.PASSWORD)));
    }

    @Test
    void a_keytab_does_the_same() {
        assertWorks(new Credentials.Keytab(kdc.keytab("ann"), ANN));
    }

    @Test
    void a_ticket_cache_does_the_same() {
        assertWorks(new Credentials.TicketCache(kdc.cache("ann")));
    }

    @Test
    void negotiate_prefers_kerberos() {
        var before = lab.requests().size();
        try (var session = LabClient.to(lab)
                .as(Login.negotiate(new Credentials.Password(ANN, Secret.of(Kdc.PASSWORD))))
                .open()) {
            assertThat(session.run(LabClient.users())).isInstanceOf(Outcome.Done.class);
        }
        assertThat(lab.requests().stream().skip(before))
                .anyMatch(line -> line.contains("\"principal\":\"" + ANN + "\"")
                        && line.contains("\"channelBinding\":\"right\""));
    }

    @Test
    void a_wrong_password_is_tried_once_with_kerberos_and_not_again_with_ntlm() {
        var before = lab.requests().size();
        var wrong = Login.negotiate(new Credentials.Password(ANN, Secret.of("wrong")));

        assertThatThrownBy(() -> LabClient.to(lab).as(wrong).open())
                .isInstanceOf(SessionFailed.class)
                .hasMessageContaining("no Kerberos ticket");

        assertThat(lab.requests().stream().skip(before))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("ntlm"));
    }

    @Test
    void what_kerberos_lacks_is_said_with_what_to_do() {
        var wrong = Login.by(Mechanism.KERBEROS, new Credentials.Password(ANN, Secret.of("wrong")));
        assertThatThrownBy(() -> LabClient.to(lab).as(wrong).open())
                .isInstanceOf(SessionFailed.class)
                .hasMessageContaining("no Kerberos ticket");
        var service = new Login(new Credentials.Password(ANN, Secret.of(Kdc.PASSWORD)), Mechanism.KERBEROS, "WSMAN");
        assertThatThrownBy(() -> LabClient.to(lab).as(service).open())
                .isInstanceOf(SessionFailed.class)
                .hasMessageContaining("Kerberos: the server is not known by this name. Write the server as");
    }
}
