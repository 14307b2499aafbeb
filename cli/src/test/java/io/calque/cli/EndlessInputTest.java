package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs without an end, or far larger than is sensible: refused before they are read. */
@EnabledOnOs(OS.LINUX)
class EndlessInputTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void workspace() throws IOException {
        Files.writeString(folder.resolve("calque.yaml"), "product: lync-2010\npeople: people.csv\n");
        Files.writeString(folder.resolve("policies.yaml"), "conferencing: {}\n");
        Files.writeString(folder.resolve("assignments.yaml"), "personas: {}\nrules: []\n");
        Files.writeString(folder.resolve("people.csv"), "SamAccountName\nann\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calque.yaml",
                "policies.yaml",
                "assignments.yaml",
                "exceptions.yaml",
                "tests.yaml",
                "people.csv",
                "people.ldif",
                "state.json",
                "users.xml"
            })
    void a_device_behind_a_link_is_refused(String name) throws IOException {
        switch (name) {
            case "people.ldif" -> config("people: {ldif: people.ldif}");
            case "state.json" -> config("people: people.csv\nserver: {file: state.json}");
            case "users.xml" -> config("people: people.csv\nserver: {clixml: [users.xml]}");
            default -> {}
        }
        Files.deleteIfExists(folder.resolve(name));
        Files.createSymbolicLink(folder.resolve(name), Path.of("/dev/zero"));

        assertThat(calque("plan", ".", "-o", "x.plan")).contains("CQ101", name, "it is not a regular file");
        assertThat(folder.resolve("x.plan")).doesNotExist();
    }

    @Test
    void a_list_for_a_grant_and_a_scenario_must_be_regular_files() {
        assertThat(calque("grant", ".", "--people", "/dev/zero", "--policy", "P"))
                .contains("CQ101");
        assertThat(calque("meet", "/dev/zero")).contains("CQ101");
        assertThat(calque("apply", "/dev/zero")).contains("CQ101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies.yaml", "people.csv", "people.ldif"})
    void a_file_of_no_sensible_size_is_refused_before_it_is_read(String name) throws IOException {
        if (name.equals("people.ldif")) {
            config("people: {ldif: people.ldif}");
        }
        try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }

        assertThat(calque("plan", ".")).contains("CQ102", name);
    }

    private void config(String sources) throws IOException {
        Files.writeString(folder.resolve("calque.yaml"), "product: lync-2010\n" + sources + "\n");
    }

    private String calque(String... arguments) {
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                Attached.NONE,
                100,
                folder,
                Map.of("NO_COLOR", "1"),
                () -> Instant.parse("2026-11-24T09:00:00Z"),
                Cancellation.NONE);
        int status = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Program.run(terminal, List.of(arguments)));
        assertThat(status).as(err.toString()).isEqualTo(1);
        return err.toString();
    }
}
