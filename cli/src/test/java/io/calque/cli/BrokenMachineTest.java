package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Calque says when it is itself at fault, or the machine too small: here the clock breaks under a command that asks for the day. */
class BrokenMachineTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter told = new StringWriter();

    @BeforeEach
    void workspace() throws IOException {
        Files.writeString(folder.resolve("calque.yaml"), "product: lync-2010\n");
    }

    @Test
    @Tag("raises-CQ901")
    void a_bug_is_told_in_one_line_and_written_down_for_its_authors() throws IOException {
        int status = drift(() -> {
            throw new IllegalStateException("the clock is broken");
        });

        assertThat(status).isEqualTo(1);
        assertThat(told.toString().lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("error CQ901 internal error: IllegalStateException");
        assertThat(told.toString()).contains("please send " + report()).doesNotContain("\tat ");
        assertThat(Files.readString(report()))
                .contains("arguments: [drift, .]", "the clock is broken", "\tat io.calque");
    }

    @Test
    @Tag("raises-CQ902")
    void too_little_memory_is_told_with_the_option_that_gives_more() {
        int status = drift(() -> {
            throw new OutOfMemoryError();
        });

        assertThat(status).isEqualTo(1);
        assertThat(told.toString()).isEqualTo("""
                error CQ902 not enough memory for this much input
                    help: Give Java more: CALQUE_JAVA_OPTS=-Xmx8g calque …
                """);
    }

    @Test
    @Tag("spares-CQ901")
    @Tag("spares-CQ902")
    void a_sound_machine_is_not_mentioned() {
        assertThat(drift(() -> Instant.parse("2026-11-24T09:00:00Z"))).isZero();
        assertThat(told.toString()).isEqualTo("No drift: the server holds what the workspace says.\n");
    }

    private int drift(InstantSource clock) {
        PrintWriter both = new PrintWriter(told);
        Terminal terminal = new Terminal(
                both,
                both,
                new BufferedReader(new StringReader("")),
                Attached.NONE,
                100,
                folder,
                Map.of("NO_COLOR", "1", "TMPDIR", folder.toString()),
                clock,
                Cancellation.NONE);
        return Program.run(terminal, List.of("drift", "."));
    }

    private Path report() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("calque-bug-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
