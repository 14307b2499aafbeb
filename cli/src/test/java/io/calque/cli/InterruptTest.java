package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a slow pool that somebody stops with Ctrl+C. */
class InterruptTest {
    private static final int PEOPLE = 40;

    @TempDir
    private Path folder = Path.of("");

    private SlowCompany company = new SlowCompany(folder, PEOPLE);

    @BeforeEach
    void begin() {
        company = new SlowCompany(folder, PEOPLE);
    }

    @Test
    void a_run_stopped_by_ctrl_c_ends_between_steps_says_how_to_go_on_and_does()
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/env")) && Files.isDirectory(Path.of("/proc/self")),
                "signals are sent as Linux sends them");
        company.write();
        assertThat(company.run("plan", "w", "-o", "w.plan")).isZero();
        company.delay(600);

        Process run = company.start(Map.of("USER", "ann", "HOSTNAME", "admin1"), "apply", "w.plan");
        Path journal = company.awaitOutcomes(run, 1);
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(run.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String name = journal.getFileName().toString().replace(".jsonl", "");
        assertThat(run.exitValue()).isEqualTo(130);
        assertThat(Files.readString(folder.resolve("out.txt")))
                .contains("It ended early", "calque apply w.plan --resume " + name);
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines.getFirst()).contains("\"by\":\"ann@admin1\"");
        assertThat(lines.getLast()).contains("\"event\":\"ended\"", "stopped on request");
        assertThat(lines.stream().filter(line -> line.contains("\"event\":\"intended\"")))
                .as("every step begun has its outcome")
                .hasSameSizeAs(lines.stream()
                        .filter(line -> line.contains("\"event\":\"settled\""))
                        .toList())
                .hasSizeLessThan(PEOPLE);

        company.delay(0);
        assertThat(company.run("apply", "w.plan", "--resume", name)).isZero();
        assertThat(company.run("drift", "w")).isZero();
    }
}
