package io.calque.directory.samba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Controllers;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.directory.connect.Session;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("integration")
@Tag("samba")
class SambaConnectionTest {
    private static DomainController dc;

    @BeforeAll
    static void start() {
        dc = DomainController.get();
    }

    @ParameterizedTest
    @EnumSource(names = {"LDAPS", "STARTTLS"})
    void a_password_opens_a_session_through_tls(Encryption encryption) {
        try (Session session = open(dc.settings(encryption, DomainController.reader()))) {
            assertThat(session.rootDse().defaultNamingContext()).isEqualTo(DomainController.DOMAIN);
            assertThat(session.rootDse().highestUsn()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void kerberos_opens_a_session_with_a_password(Encryption encryption) {
        Login login = new Login.Kerberos(
                DomainController.READER, new Login.Credential.Password(Secret.of(DomainController.PASSWORD)), dc.kdc());
        try (Session session = open(dc.settings(encryption, login))) {
            assertThat(session.rootDse().defaultNamingContext()).isEqualTo(DomainController.DOMAIN);
        }
    }

    @Test
    void kerberos_opens_a_session_with_a_keytab() {
        Login login = new Login.Kerberos(DomainController.READER, new Login.Credential.Keytab(dc.keytab()), dc.kdc());
        try (Session session = open(dc.settings(Encryption.KERBEROS, login))) {
            assertThat(session.entry(DomainController.BASE, "ou")).isNotNull();
        }
    }

    @Test
    void kerberos_opens_a_session_with_the_tickets_of_kinit() throws IOException, InterruptedException {
        Path cache = Files.createTempFile("calque", ".tickets");
        Path conf = Files.createTempFile("krb5", ".conf");
        Files.writeString(conf, """
                [libdefaults]
                default_realm = %1$s
                dns_lookup_kdc = false
                rdns = false
                dns_canonicalize_hostname = false
                udp_preference_limit = 1
                [realms]
                %1$s = {
                    kdc = %2$s
                }
                """.formatted(DomainController.REALM, dc.kdc()));
        ProcessBuilder kinit = new ProcessBuilder(
                "kinit", "-fp", "-k", "-t", dc.keytab().toString(), "-c", "FILE:" + cache, DomainController.READER);
        kinit.environment().put("KRB5_CONFIG", conf.toString());
        assertThat(kinit.inheritIO().start().waitFor()).isZero();

        Login login = new Login.Kerberos(DomainController.READER, new Login.Credential.TicketCache(cache), dc.kdc());
        try (Session session = open(dc.settings(Encryption.LDAPS, login))) {
            assertThat(session.entry(DomainController.BASE, "ou")).isNotNull();
        }
    }

    @Test
    void a_wrong_password_is_told_as_active_directory_means_it() {
        Login login = new Login.Simple(DomainController.READER, Secret.of("wrong"));
        assertThatThrownBy(() -> open(dc.settings(Encryption.LDAPS, login)))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.findings()).singleElement().satisfies(f -> {
                        assertThat(f.code()).isEqualTo(Code.DIRECTORY_LOGIN_REFUSED);
                        assertThat(f.message())
                                .contains("wrong name or password")
                                .doesNotContain("wrong\"");
                    });
                });
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_refused() {
        assertThatThrownBy(() -> open(with(Encryption.LDAPS, new Trust.Platform())))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.findings())
                                .extracting(Finding::code)
                                .containsExactly(Code.CONTROLLER_NOT_TRUSTED));
    }

    /** A trust in the controller's authority, in each of the ways that there are. */
    private enum Way {
        BUNDLE,
        PIN,
        SYSTEM
    }

    private static Trust trust(Way way) throws IOException, GeneralSecurityException {
        return switch (way) {
            case BUNDLE -> dc.trust();
            case PIN -> new Trust.Pinned(List.of(Pin.of(certificate(dc.certificate()))));
            case SYSTEM -> {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setCertificateEntry("company", certificate(dc.ca()));
                Path file = Files.createTempFile("calque", ".p12");
                try (OutputStream out = Files.newOutputStream(file)) {
                    store.store(out, "changeit".toCharArray());
                }
                System.setProperty("javax.net.ssl.trustStore", file.toString());
                System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
                yield new Trust.Platform();
            }
        };
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    @ParameterizedTest
    @EnumSource
    void each_way_to_trust_the_authority_opens_a_session(Way way) throws IOException, GeneralSecurityException {
        open(with(Encryption.LDAPS, trust(way))).close();
        open(with(Encryption.STARTTLS, trust(way))).close();
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_of_another_name_is_refused_however_it_is_trusted(Way way)
            throws IOException, GeneralSecurityException {
        for (Encryption encryption : List.of(Encryption.LDAPS, Encryption.STARTTLS)) {
            ConnectionSettings settings = new ConnectionSettings(
                    List.of(new Address("other.ad.example.test", encryption.port())),
                    encryption,
                    trust(way),
                    DomainController.reader());
            assertThatThrownBy(() -> open(settings))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.findings())
                                    .singleElement()
                                    .satisfies(finding -> {
                                        assertThat(finding.code()).isEqualTo(Code.CONTROLLER_NOT_TRUSTED);
                                        assertThat(finding.message())
                                                .contains("other.ad.example.test")
                                                .contains("is not for this name");
                                    }));
        }
    }

    @Test
    void a_pinned_certificate_is_enough_and_no_other_is() throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(dc.certificate())) {
            Pin pin = Pin.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
            open(with(Encryption.LDAPS, new Trust.Pinned(List.of(pin)))).close();
        }
        assertThatThrownBy(() -> open(with(Encryption.LDAPS, new Trust.Pinned(List.of(new Pin("0".repeat(64)))))))
                .hasMessageContaining("it is not the pinned one");
    }

    @Test
    void a_controller_that_is_down_is_skipped_and_told() {
        List<Finding> remarks = new ArrayList<>();
        ConnectionSettings settings = new ConnectionSettings(
                List.of(dc.nowhere(), dc.at(Encryption.LDAPS)),
                Encryption.LDAPS,
                dc.trust(),
                DomainController.reader());
        try (Session session = new Controllers(settings).open(null, remarks::add)) {
            assertThat(session.address()).isEqualTo(dc.at(Encryption.LDAPS));
        }
        assertThat(remarks).extracting(Finding::code).containsExactly(Code.CONTROLLER_SKIPPED);
    }

    private static ConnectionSettings with(Encryption encryption, Trust trust) {
        return new ConnectionSettings(List.of(dc.at(encryption)), encryption, trust, DomainController.reader());
    }

    private static Session open(ConnectionSettings settings) {
        return new Controllers(settings).open(null, remark -> {});
    }
}
