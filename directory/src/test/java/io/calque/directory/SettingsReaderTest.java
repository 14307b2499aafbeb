package io.calque.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.change.Disappearance;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Limits;
import io.calque.directory.connect.Login;
import io.calque.security.forge.Forgery;
import io.calque.security.forge.Pem;
import io.calque.security.password.PasswordSource;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import io.calque.source.SourceText;
import io.calque.source.Yaml;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private final Findings findings = new Findings();
    private final List<LoginSecrets.Wanted> fetched = new ArrayList<>();

    /** Notes what was asked for, and has a password for all of it. */
    private final class Fetching implements LoginSecrets {
        @Override
        public Optional<Secret> password(Wanted wanted, Findings told) {
            fetched.add(wanted);
            return Optional.of(Secret.of("secret"));
        }

        @Override
        public boolean admitsKey(List<String> hosts, Place place, Findings told) {
            return hosts.equals(List.of("dc1.contoso.com"));
        }
    }

    private Optional<DirectorySettings> read(String yaml) {
        return read(yaml, findings);
    }

    private Optional<DirectorySettings> read(String yaml, Findings told) {
        SettingsReader reader = new SettingsReader(folder::resolve, new Fetching(), told);
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
        assertThat(fetched).singleElement().satisfies(wanted -> {
            assertThat(wanted.account()).isEqualTo("svc-calque@contoso.com");
            assertThat(wanted.hosts()).containsExactly("dc1.contoso.com", "dc2.contoso.com");
            assertThat(wanted.source()).isEqualTo(new PasswordSource.Environment("CALQUE_LDAP"));
        });
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
    void kerberos_and_pins_are_read() throws IOException {
        closed("svc.keytab", "rw-------");
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

    private void closed(String name, String permissions) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[] {5, 2});
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    @Test
    @Tag("raises-CQ731")
    void a_keytab_or_ticket_cache_that_others_may_read_is_refused() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        closed("open", "rw-r--r--");
        for (String proof : List.of("principal: svc@CONTOSO.COM, keytab: open", "tickets: open")) {
            Findings told = new Findings();
            assertThat(read("{servers: dc1.contoso.com, login: {kerberos: {" + proof + "}}}", told))
                    .isEmpty();
            assertThat(told.sorted()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.SECRET_FILE_OPEN);
                assertThat(finding.help()).isEqualTo("chmod 600 open");
            });
        }
    }

    @Test
    @Tag("spares-CQ731")
    void a_keytab_for_its_owner_alone_is_taken() throws IOException {
        closed("mine", "rw-------");
        assertThat(read("{servers: dc1.contoso.com, login: {kerberos: {principal: svc@CONTOSO.COM, keytab: mine}}}"))
                .isPresent();
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void a_login_without_a_word_about_its_password_asks_for_the_user_s_own() {
        read("{servers: dc1.contoso.com, login: {simple: {user: ann}}}");
        read("{servers: dc1.contoso.com, login: {simple: {user: ann, credential: mine}}}");
        read("{servers: dc1.contoso.com, login: {kerberos: {principal: ann@CONTOSO.COM, kdc: kdc.evil.test}}}");
        assertThat(fetched).extracting(LoginSecrets.Wanted::credential).containsExactly(null, "mine", null);
        assertThat(fetched).allSatisfy(wanted -> assertThat(wanted.source()).isNull());
        assertThat(fetched.getLast().hosts()).containsExactly("dc1.contoso.com", "kdc.evil.test");
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
