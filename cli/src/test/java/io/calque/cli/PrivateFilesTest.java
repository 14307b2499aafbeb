package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands write and read with an eye on the other accounts of the machine. */
class PrivateFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void hasPermissions() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    private int calque(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(err),
                new BufferedReader(Reader.nullReader()),
                Attached.NONE,
                100,
                folder.toAbsolutePath(),
                Map.of(),
                InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z")),
                Cancellation.NONE);
        int status = Program.run(terminal, List.of(arguments));
        terminal.err().flush();
        return status;
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_holds_names_is_for_its_owner_alone() throws IOException {
        assertThat(calque("demo", "d", "--people", "20")).isZero();
        Path demo = folder.resolve("d");
        assertThat(List.of(demo.resolve("demo.plan"), demo.resolve("demo.ps1"), demo.resolve(".calque/pool.json")))
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        try (Stream<Path> runs = Files.list(demo.resolve(".calque/runs"))) {
            assertThat(runs.filter(file -> file.toString().endsWith(".jsonl")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
        Path any = Files.writeString(folder.resolve("any"), "");
        assertThat(permissions(demo.resolve("policies.yaml"))).isEqualTo(permissions(any));
    }

    @Test
    void a_demo_that_was_killed_half_way_can_be_made_again() throws IOException {
        assertThat(calque("demo", "d", "--people", "20")).isZero();
        Path half = Files.writeString(folder.resolve("d/.people.csv.00112233445566ff.new"), "half");
        Path state = Files.writeString(folder.resolve("d/.calque/.pool.json.00112233445566ff.new"), "half");
        assertThat(calque("demo", "d", "--people", "20")).as(err.toString()).isZero();
        assertThat(half).doesNotExist();
        assertThat(state).doesNotExist();
    }

    @Test
    void a_password_file_that_others_may_read_is_refused_by_probe() throws IOException {
        Path file = Files.writeString(folder.resolve("password.txt"), "Passw0rd\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        String[] probe = {
            "probe", "https://no-such-host.invalid/OcsPowershell", "--user", "ann", "--password-file", "password.txt"
        };
        assertThat(calque(probe)).isEqualTo(1);
        assertThat(err.toString())
                .contains("CQ720 the file password.txt, which holds a password, is open to other accounts (rw-r--r--)")
                .contains("chmod 600 password.txt")
                .doesNotContain("Passw0rd");
        err.getBuffer().setLength(0);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(calque(probe)).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("CQ720");
    }
}
