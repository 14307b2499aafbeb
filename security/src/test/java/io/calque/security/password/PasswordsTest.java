package io.calque.security.password;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
    private static final String PASSWORD = "Pä55w0rd 8";

    @TempDir
    private Path folder = Path.of("");

    private final Passwords passwords = new Passwords(Map.of("SET", PASSWORD, "EMPTY", ""), question -> null);

    private String fetched(PasswordSource source) throws PasswordException {
        return passwords.fetch(source, folder, "password").use(characters -> new String(characters));
    }

    private PasswordSource file(byte[] content, String permissions) throws IOException {
        Path file = Files.write(folder.resolve("password.txt"), content);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
        return new PasswordSource.File("password.txt");
    }

    @Test
    void the_first_line_of_a_file_is_the_password_whatever_editor_wrote_it() throws IOException, PasswordException {
        for (String ending : List.of("", "\n", "\r\n", "\nsecond line\n")) {
            String text = PASSWORD + ending;
            assertThat(fetched(file(text.getBytes(UTF_8), "rw-------"))).isEqualTo(PASSWORD);
            assertThat(fetched(file(("\uFEFF" + text).getBytes(UTF_8), "rw-------")))
                    .isEqualTo(PASSWORD);
            assertThat(fetched(file(("\uFEFF" + text).getBytes(UTF_16LE), "rw-------")))
                    .isEqualTo(PASSWORD);
            assertThat(fetched(file(("\uFEFF" + text).getBytes(UTF_16BE), "r--------")))
                    .isEqualTo(PASSWORD);
        }
    }

    @Test
    void a_file_that_the_group_or_others_may_open_is_refused() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----", "rw------x")) {
            PasswordSource open = file(PASSWORD.getBytes(UTF_8), permissions);
            assertThatThrownBy(() -> fetched(open))
                    .isInstanceOfSatisfying(
                            PasswordException.class,
                            e -> assertThat(e.reason()).isEqualTo(PasswordException.Reason.OPEN_FILE))
                    .hasMessageContaining(permissions)
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    @Test
    void an_environment_variable_holds_a_password_where_it_is_set() throws PasswordException {
        assertThat(fetched(new PasswordSource.Environment("SET"))).isEqualTo(PASSWORD);
        for (PasswordSource missing : List.of(
                new PasswordSource.Environment("UNSET"),
                new PasswordSource.Environment("EMPTY"),
                new PasswordSource.File("nowhere.txt"),
                new PasswordSource.Prompt())) {
            assertThatThrownBy(() -> fetched(missing))
                    .isInstanceOfSatisfying(
                            PasswordException.class,
                            e -> assertThat(e.reason()).isEqualTo(PasswordException.Reason.MISSING));
        }
    }

    @Test
    void what_was_typed_is_wiped() throws PasswordException {
        char[] typed = PASSWORD.toCharArray();
        Passwords asking = new Passwords(Map.of(), question -> typed);
        String fetched =
                asking.fetch(new PasswordSource.Prompt(), folder, "password").use(characters -> new String(characters));
        assertThat(fetched).isEqualTo(PASSWORD);
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void a_source_is_env_file_or_prompt() {
        assertThat(PasswordSource.of("env:X")).hasValue(new PasswordSource.Environment("X"));
        assertThat(PasswordSource.of("file:a b")).hasValue(new PasswordSource.File("a b"));
        assertThat(PasswordSource.of("prompt")).hasValue(new PasswordSource.Prompt());
        assertThat(List.of("", "env:", "file:", "Passw0rd"))
                .allSatisfy(text -> assertThat(PasswordSource.of(text)).isEqualTo(Optional.empty()));
    }
}
