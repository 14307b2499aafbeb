package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.http.TestCertificate;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.SessionFailed;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and how, judged by the lab's own NTLM and TLS. */
@Tag("integration")
@Tag("lab")
class HttpsLoginLabTest {
    @TempDir
    private Path folder;

    private HttpsLab serve(String... options) {
        return HttpsLab.serve(Lab.in(folder, 5), folder, options);
    }

    private static void assertWorks(LabClient client) {
        try (var session = client.open()) {
            assertThat(session.run(LabClient.users())).isInstanceOf(Outcome.Done.class);
        }
    }

    private static void assertRefused(LabClient client, String words) {
        assertThatThrownBy(client::open).isInstanceOf(SessionFailed.class).hasMessageContaining(words);
    }

    @Test
    void each_mechanism_logs_in_where_all_are_offered_and_a_wrong_password_is_tried_once() {
        try (var lab = serve("-Auth", "negotiate,ntlm,basic")) {
            for (var mechanism : List.of(Mechanism.NEGOTIATE, Mechanism.NTLM, Mechanism.BASIC)) {
                var before = lab.requests().size();
                assertWorks(LabClient.to(lab).by(mechanism));
                assertThat(lab.requests().stream()
                                .skip(before)
                                .filter(line -> line.contains("\"status\":401"))
                                .count())
                        .as("refusals before " + mechanism)
                        .isEqualTo(mechanism == Mechanism.BASIC ? 1 : 2);
                var seen = lab.requests().size();
                assertRefused(
                        LabClient.to(lab).as(Login.by(mechanism, LabClient.password("wrong"))), "refused the login");
                assertThat(lab.requests().size() - seen)
                        .as("requests with a wrong password by " + mechanism)
                        .isEqualTo(mechanism == Mechanism.BASIC ? 2 : 3);
            }
        }
    }

    @Test
    void ntlm_works_where_it_is_offered_alone_and_where_only_negotiate_is() {
        try (var lab = serve("-Auth", "ntlm")) {
            assertWorks(LabClient.to(lab));
            assertWorks(LabClient.to(lab).by(Mechanism.NTLM));
            assertRefused(LabClient.to(lab).by(Mechanism.BASIC), "the server offers NTLM, and Basic is wanted");
        }
        try (var lab = serve("-Auth", "negotiate")) {
            assertWorks(LabClient.to(lab).by(Mechanism.NTLM));
        }
    }

    @Test
    void basic_is_never_used_unless_asked_for() {
        try (var lab = serve("-Auth", "basic")) {
            assertRefused(LabClient.to(lab), "the server offers Basic, and Negotiate, Kerberos or NTLM is needed");
            assertWorks(LabClient.to(lab).by(Mechanism.BASIC));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void a_server_that_requires_channel_binding_gets_it_and_a_relayed_login_fails(String hash) {
        try (var lab = serve("-Auth", "negotiate,ntlm", "-ChannelBinding", "require", "-CertificateHash", hash)) {
            assertWorks(LabClient.to(lab));
            assertWorks(LabClient.to(lab).by(Mechanism.NTLM));
            var certificate = TestCertificate.localhost();
            try (var relay = new TlsRelay(certificate, lab)) {
                var relayed = LabClient.to(lab).at(relay.url()).trusting(Trust.Pinned.to(certificate.certificate()));
                assertRefused(relayed, "refused the login");
            }
        }
    }

    @Test
    void only_a_trusted_or_pinned_certificate_is_believed() {
        try (var lab = serve("-Auth", "ntlm")) {
            assertRefused(LabClient.to(lab).trusting(new Trust.Platform()), "is not trusted");
            assertRefused(
                    LabClient.to(lab).trusting(new Trust.Pinned(List.of(new Pin("00".repeat(32))))), "is not trusted");
            var pin = Trust.Pinned.to(lab.trust().certificates().getFirst());
            assertWorks(LabClient.to(lab).trusting(pin));
        }
    }

    @Test
    void a_transcript_holds_no_password_and_no_token() {
        var out = new StringBuilder();
        try (var lab = serve("-Auth", "negotiate,basic")) {
            var transcript = new Transcript(out, List.of(Secret.of(HttpsLab.PASSWORD)));
            assertWorks(LabClient.to(lab).watchedBy(transcript));
            assertWorks(LabClient.to(lab).by(Mechanism.BASIC).watchedBy(transcript));
        }
        assertThat(out.toString())
                .contains("shell/Receive")
                .contains("Authorization: Negotiate (")
                .contains("Authorization: Basic (")
                .doesNotContain("TlRMTVNTUA") // NTLMSSP
                .doesNotContain("Pä55")
                .doesNotContain("UMOkNTVcdzpyZCA8Jj4"); // the password in base64
    }
}
