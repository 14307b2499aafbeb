package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.directory.Rehearsal;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code calque directory --read} against a directory over TLS in this process. */
class DirectoryReadTest {
    private static final String PASSWORD = "for the test";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_first_reading_reads_everybody_and_later_ones_what_changed() throws IOException {
        int port;
        try (Rehearsal server = Rehearsal.start(folder, 0, PASSWORD, 0)) {
            port = server.port();
            workspace(port);
            assertThat(calque("directory", "--read", "w")).isZero();
            assertThat(out).hasToString("2,500 people in the kept copy.\n");
            assertThat(err)
                    .hasToString(connecting(port) + "calque: read 2,500 people from localhost:" + port
                            + ": everybody, because nothing was kept\n");
            assertThat(calque("directory", "--read", "w", "--format", "json")).isZero();
            assertThat(out)
                    .hasToString("{\"people\":2500,\"read\":\"changes\",\"because\":null,\"changed\":0,\"gone\":0}\n");
        }
        byte[] base = Files.readAllBytes(folder.resolve("w/.calque/people/people.base"));
        try (Rehearsal server = Rehearsal.start(folder, port, PASSWORD, 3)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(calque("directory", "--read", "w")).isZero();
            assertThat(out).hasToString("2,500 people in the kept copy.\n");
            assertThat(err)
                    .hasToString(connecting(port) + "calque: read 3 changes and 0 deletions from localhost:" + port
                            + " since the last run\n");
        }
        assertThat(Files.readAllBytes(folder.resolve("w/.calque/people/people.base")))
                .as("a reading of changes leaves the base as it is")
                .isEqualTo(base);
    }

    @Test
    void what_a_reading_that_fails_leaves_is_what_was_there() throws IOException {
        int port;
        try (Rehearsal server = Rehearsal.start(folder, 0, PASSWORD, 0)) {
            port = server.port();
            workspace(port);
            assertThat(calque("directory", "--read", "w")).isZero();
        }
        List<String> before = files();
        assertThat(calque("directory", "--read", "w")).isNotZero();
        assertThat(err.toString()).contains("CQ702");
        assertThat(files()).isEqualTo(before);
    }

    private static String connecting(int port) {
        return "calque: connecting to localhost:" + port + " as CN=reader\n";
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("w/.calque/people"))) {
            return files.map(file -> {
                        try {
                            return file.getFileName() + " " + Arrays.hashCode(Files.readAllBytes(file));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .sorted()
                    .toList();
        }
    }

    private void workspace(int port) throws IOException {
        Files.createDirectories(folder.resolve("calque"));
        Files.writeString(folder.resolve("calque/credentials.yaml"), "trustedHosts: [localhost]\n");
        Path workspace = Files.createDirectories(folder.resolve("w"));
        Files.writeString(workspace.resolve("policies.yaml"), "conferencing: {}\n");
        Files.writeString(workspace.resolve("calque.yaml"), """
                product: lync-2010
                people:
                  ldap:
                    servers: [localhost:%d]
                    trust: {bundle: ../rehearsal.pem}
                    login: {simple: {user: CN=reader, passwordFrom: env:PASSWORD}}
                    disabled: true
                    changes: usn
                """.formatted(port));
    }

    private int calque(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Terminal terminal = new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(Reader.nullReader()),
                Attached.NONE,
                100,
                folder.toAbsolutePath(),
                Map.of(
                        "PASSWORD",
                        PASSWORD,
                        "XDG_CONFIG_HOME",
                        folder.toAbsolutePath().toString()),
                InstantSource.fixed(Instant.EPOCH),
                Cancellation.NONE);
        int status = Program.run(terminal, List.of(arguments));
        terminal.out().flush();
        terminal.err().flush();
        return status;
    }
}
