package io.calque.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.LoginSecrets.Wanted;
import io.calque.security.credential.UserSecrets;
import io.calque.security.password.PasswordSource;
import io.calque.security.password.Passwords;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceSecretsTest {
    private static final PasswordSource VARIABLE = new PasswordSource.Environment("CLOUD_TOKEN");
    private static final Place PLACE = Place.of("calque.yaml");

    @TempDir
    private Path folder = Path.of("");

    private final Findings findings = new Findings();
    private final List<String> asked = new ArrayList<>();

    private void settings(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/credentials.yaml"), yaml);
        permissions("rw-r--r--");
    }

    private void permissions(String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    folder.resolve("config/credentials.yaml"), PosixFilePermissions.fromString(permissions));
        }
    }

    private WorkspaceSecrets secrets() {
        Passwords passwords = new Passwords(Map.of("CLOUD_TOKEN", "token", "LDAP", "Passw0rd"), question -> {
            asked.add(question);
            return "typed".toCharArray();
        });
        return new WorkspaceSecrets(
                new UserSecrets(passwords, folder.resolve("config/credentials.yaml")), folder.resolve("w"));
    }

    private Optional<String> password(@Nullable String credential, @Nullable PasswordSource source, String... hosts) {
        return secrets()
                .password(new Wanted("svc@contoso.com", List.of(hosts), credential, source, PLACE), findings)
                .map(secret -> secret.use(characters -> new String(characters)));
    }

    private void assertRefused(Code code, String help) {
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place()).isEqualTo(PLACE);
            assertThat(finding.help()).contains(help);
            assertThat(finding.toString()).doesNotContain("token");
        });
    }

    @Test
    void a_workspace_from_elsewhere_gets_nothing_of_the_user_s() {
        assertThat(password(null, VARIABLE, "dc1.evil.test")).isEmpty();
        assertRefused(Code.SECRET_NOT_ALLOWED, "trustedHosts: [dc1.evil.test]");
    }

    @Test
    void one_server_that_is_not_trusted_is_enough_to_refuse() throws IOException {
        settings("trustedHosts: [dc1.contoso.com]");
        assertThat(password(null, VARIABLE, "dc1.contoso.com", "dc1.evil.test")).isEmpty();
        assertRefused(Code.SECRET_NOT_ALLOWED, "trustedHosts: [dc1.evil.test]");
    }

    @Test
    void what_the_user_allows_for_a_host_is_followed() throws IOException {
        settings("trustedHosts: ['*.contoso.com']");
        assertThat(password(null, VARIABLE, "DC1.contoso.com", "dc2.emea.contoso.com"))
                .hasValue("token");
        assertThat(findings.sorted()).isEmpty();
        assertThat(password(null, VARIABLE, "contoso.com")).isEmpty();
        assertThat(password(null, VARIABLE, "dc1.evilcontoso.com")).isEmpty();
    }

    @Test
    void a_credential_goes_to_its_hosts_alone_by_name_or_by_host() throws IOException {
        settings("credentials: {svc: {hosts: [dc1.contoso.com], user: svc@contoso.com, passwordFrom: env:LDAP}}");
        assertThat(password("svc", null, "dc1.contoso.com")).hasValue("Passw0rd");
        assertThat(password(null, null, "dc1.contoso.com")).hasValue("Passw0rd");
        assertThat(findings.sorted()).isEmpty();
        assertThat(password("svc", null, "dc1.contoso.com", "dc1.evil.test")).isEmpty();
        assertRefused(
                Code.CREDENTIAL_NOT_FOUND,
                "svc: {hosts: [dc1.contoso.com, dc1.evil.test], passwordFrom: env:VARIABLE}");
    }

    @Test
    void a_credential_of_another_account_does_not_fit() throws IOException {
        settings("credentials: {admin: {hosts: [dc1.contoso.com], user: admin@contoso.com, passwordFrom: env:LDAP}}");
        assertThat(password(null, null, "dc1.contoso.com")).isEmpty();
        assertRefused(Code.CREDENTIAL_NOT_FOUND, "under credentials: in ");
    }

    @Test
    void a_question_names_the_servers_that_get_the_answer() {
        assertThat(password(null, new PasswordSource.Prompt(), "dc1.evil.test", "dc2.evil.test"))
                .hasValue("typed");
        assertThat(asked).containsExactly("Password of svc@contoso.com for dc1.evil.test, dc2.evil.test");
    }

    @Test
    void settings_that_others_may_change_allow_nothing() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        settings("trustedHosts: [dc1.contoso.com]");
        permissions("rw-rw-r--");
        assertThat(password(null, VARIABLE, "dc1.contoso.com")).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.SECRET_FILE_OPEN);
    }

    @Test
    void settings_that_are_wrong_are_told_and_allow_nothing() throws IOException {
        settings("{credentials: {svc: {hosts: ['*.com'], passwordFrom: Passw0rd}}, trusted: [dc1.contoso.com]}");
        assertThat(password(null, VARIABLE, "dc1.contoso.com")).isEmpty();
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsOnly(Code.WRONG_SHAPE, Code.UNKNOWN_KEY)
                .hasSize(3);
        assertThat(findings.sorted().toString()).doesNotContain("Passw0rd");
    }

    @Test
    void a_key_file_needs_a_trusted_host() throws IOException {
        assertThat(secrets().admitsKey(List.of("dc1.evil.test"), PLACE, findings))
                .isFalse();
        assertRefused(Code.SECRET_NOT_ALLOWED, "trustedHosts: [dc1.evil.test]");
        settings("trustedHosts: [dc1.evil.test]");
        assertThat(secrets().admitsKey(List.of("dc1.evil.test"), PLACE, new Findings()))
                .isTrue();
    }
}
