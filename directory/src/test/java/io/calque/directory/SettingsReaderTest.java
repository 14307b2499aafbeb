package io.calque.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.change.Disappearance;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Limits;
import io.calque.directory.connect.Login;
import io.calque.security.forge.Forgery;
import io.calque.security.forge.Pem;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import io.calque.source.SourceText;
import io.calque.source.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private final Findings findings = new Findings();
    private final List<PasswordFrom> fetched = new ArrayList<>();

    private Optional<DirectorySettings> read(String yaml) {
        return read(yaml, findings);
    }

    private Optional<DirectorySettings> read(String yaml, Findings told) {
        SettingsReader reader = new SettingsReader(
                folder::resolve,
                from -> {
                    fetched.add(from);
                    return Secret.of("secret");
                },
                told);
        return Yaml.read(new SourceText("calque.yaml", yaml), told).flatMap(reader::read);
    }

    @Test
    void a_full_example_is_read() throws IOException {
        X509Certificate authority = Forgery.SELF_SIGNED.identity().chain().getFirst();
        Files.writeString(folder.resolve("ca.pem"), Pem.of(authority));
        DirectorySettings settings = read("""
                servers: [dc1.contoso.com, "dc2.contoso.com:3636"]
                encryption: ldaps
                trust: {bundle: ca.pem}
                login: {simple: {user: svc-calque@contoso.com, passwordFrom: env:CALQUE_LDAP}}
                base: OU=People,DC=contoso,DC=com
                filter: (department=Sales)
                domain: CONTOSO
                disabled: false
                changes: usn
                maxDisappearing: 35%
                limits: {tls: 3, silence: 600}
                """).orElseThrow();
        assertThat(settings.disappearance()).isEqualTo(new Disappearance(0.35));

        assertThat(findings.sorted()).isEmpty();
        assertThat(settings.connection().servers())
                .containsExactly(new Address("dc1.contoso.com", 636), new Address("dc2.contoso.com", 3636));
        assertThat(settings.connection().trust()).isEqualTo(new Trust.Bundle(List.of(authority)));
        assertThat(settings.connection().login()).isInstanceOf(Login.Simple.class);
        assertThat(settings.toString()).contains("***").doesNotContain("secret");
        assertThat(fetched).containsExactly(new PasswordFrom.Environment("CALQUE_LDAP"));
        assertThat(settings.scope().people().toString()).contains("(department=Sales)");
        assertThat(settings.tracking()).isEqualTo(Tracking.USN);
        assertThat(settings.connection().limits())
                .isEqualTo(new Limits(
                        Limits.DEFAULT.name(),
                        Limits.DEFAULT.connect(),
                        Duration.ofSeconds(3),
                        Limits.DEFAULT.login(),
                        Duration.ofSeconds(600)));
    }

    @Test
    void limits_are_whole_seconds() {
        for (String limit : List.of("0", "-1", "86401", "soon")) {
            Findings wrong = new Findings();
            read(
                    "{servers: [dc1], login: {simple: {user: a, passwordFrom: prompt}}, limits: {tls: " + limit + "}}",
                    wrong);
            assertThat(wrong.sorted()).extracting(Finding::code).containsExactly(Code.WRONG_SHAPE);
        }
    }

    @Test
    void a_bundle_that_can_t_be_read_is_told_where_it_is_named() {
        read("{servers: [dc1], trust: {bundle: none.pem}, login: {simple: {user: a, passwordFrom: prompt}}}");
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.UNREADABLE_FILE);
            assertThat(finding.message()).contains("none.pem");
            assertThat(finding.place()).isNotNull();
        });
    }

    @Test
    void kerberos_and_pins_are_read() {
        DirectorySettings settings =
                read("""
                servers: dc1.contoso.com
                encryption: kerberos
                trust: {pins: ["%s"]}
                login: {kerberos: {principal: svc@CONTOSO.COM, keytab: svc.keytab}}
                """.formatted("AB:".repeat(31) + "CD")).orElseThrow();
        assertThat(settings.connection().encryption()).isEqualTo(Encryption.KERBEROS);
        assertThat(settings.connection().servers()).containsExactly(new Address("dc1.contoso.com", 389));
        assertThat(settings.connection().trust()).isEqualTo(new Trust.Pinned(List.of(new Pin("ab".repeat(31) + "cd"))));
    }

    @Test
    void a_password_without_tls_is_refused_and_never_fetched() {
        assertThat(read("""
                servers: [dc1.contoso.com]
                encryption: kerberos
                login: {simple: {user: ann, passwordFrom: prompt}}
                """)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.PASSWORD_WITHOUT_TLS);
        assertThat(fetched).isEmpty();
    }

    @Test
    void a_password_in_the_file_is_refused_without_repeating_it() {
        assertThat(read("""
                servers: [dc1.contoso.com]
                login: {simple: {user: ann, passwordFrom: Passw0rd}}
                """)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.WRONG_SHAPE);
        assertThat(findings.sorted().toString()).doesNotContain("Passw0rd");
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(read("""
                servers: ["dc1:99999"]
                encryption: ldap
                trust: {bundle: a.pem, pins: [xyz]}
                login: {simple: {user: ann}, kerberos: {}}
                base: nowhere
                filter: (broken
                chnages: usn
                """)).isEmpty();
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsOnly(Code.WRONG_SHAPE, Code.UNKNOWN_KEY, Code.UNREADABLE_FILE)
                .hasSizeGreaterThanOrEqualTo(7);
    }
}
