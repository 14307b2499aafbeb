package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a slow pool that somebody stops with Ctrl+C. */
class InterruptTest {
    private static final int PEOPLE = 40;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_stopped_by_ctrl_c_ends_between_steps_says_how_to_go_on_and_does()
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/env")) && Files.isDirectory(Path.of("/proc/self")),
                "signals are sent as Linux sends them");
        workspace();
        assertThat(calque(Map.of(), "plan", "w", "-o", "w.plan").waitFor()).isZero();
        Path faults = folder.resolve("w/.calque/faults.yaml");
        Files.writeString(faults, "delay: 600\n");

        Process run = calque(Map.of("USER", "ann", "HOSTNAME", "admin1"), "apply", "w.plan");
        Path journal = awaitFirstOutcome(run);
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

        Files.delete(faults);
        assertThat(calque(Map.of(), "apply", "w.plan", "--resume", name).waitFor())
                .isZero();
        assertThat(calque(Map.of(), "drift", "w").waitFor()).isZero();
    }

    private void workspace() throws IOException {
        Map<String, String> files = Map.of(
                "calque.yaml",
                "product: lync-2010\npeople: people.csv\n",
                "policies.yaml",
                "conferencing: {Std: {settings: {AllowIPAudio: false}}}\n",
                "assignments.yaml",
                """
                personas: {std: {licences: [standard], conferencing: Std}}
                rules: [{name: all, when: everyone, persona: std}]
                """,
                "people.csv",
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> "sip:p" + i + "@x.org\n")
                        .collect(Collectors.joining("", "SipAddress\n", "")));
        Files.createDirectories(folder.resolve("w/.calque"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve("w").resolve(file.getKey()), file.getValue());
        }
    }

    /** A shell without job control has its children ignore Ctrl+C, so it is put back to what a terminal gives. */
    private Process calque(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path awaitFirstOutcome(Process run) throws IOException, InterruptedException {
        Path runs = folder.resolve("w/.calque/runs");
        while (run.isAlive()) {
            if (Files.isDirectory(runs)) {
                try (Stream<Path> files = Files.list(runs)) {
                    for (Path journal : files.toList()) {
                        if (Files.readString(journal).contains("settled")) {
                            return journal;
                        }
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                "the run ended before it could be stopped: " + Files.readString(folder.resolve("out.txt")));
    }
}
