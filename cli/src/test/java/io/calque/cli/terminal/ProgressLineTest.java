package io.calque.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private Instant now = Instant.EPOCH;

    private Terminal terminal(boolean attached) {
        return new Terminal(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                new Attached(attached, attached, attached),
                40,
                Path.of(""),
                Map.of(),
                () -> now,
                Cancellation.NONE);
    }

    private void work(boolean attached, Duration each) {
        try (ProgressLine progress = ProgressLine.of(terminal(attached), "reading people")) {
            for (int i = 1; i <= 4096; i++) {
                now = now.plus(each);
                progress.at(i, 4096);
            }
        }
    }

    @Test
    void short_work_is_not_mentioned() {
        work(true, Duration.ofNanos(100_000));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_terminal_line_is_redrawn_and_cleared_at_the_end() {
        work(true, Duration.ofMillis(1));
        assertThat(err.toString())
                .contains("\r\u001b[Kcalque: reading people, 2,048 of 4,096")
                .doesNotContain("\n")
                .endsWith("\r\u001b[K");
    }

    @Test
    void elsewhere_a_plain_line_is_told_now_and_then() {
        work(false, Duration.ofMillis(10));
        assertThat(err.toString().lines())
                .hasSizeBetween(3, 6)
                .allMatch(line -> line.matches("calque: reading people, [0-9,]+ of 4,096 \\(\\d+ %\\)"));
    }
}
