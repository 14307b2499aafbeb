package io.calque.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void a_finding_stands_behind_the_answer_printed_before_it_where_both_streams_end_in_one_place() {
        StringWriter screen = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(new BufferedWriter(screen)),
                new PrintWriter(screen),
                new BufferedReader(new StringReader("")),
                Attached.NONE,
                80,
                Path.of(""),
                Map.of(),
                () -> Instant.EPOCH,
                Cancellation.NONE);
        terminal.out().print("answer ");
        terminal.err().print("finding ");
        terminal.out().print("more");
        terminal.err().print("");

        assertThat(screen).hasToString("answer finding more");
    }
}
