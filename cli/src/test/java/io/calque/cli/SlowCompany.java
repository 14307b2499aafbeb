package io.calque.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A workspace {@code w} whose pool can be made slow, and Calque as real processes beside it, printing to {@code out.txt}. */
record SlowCompany(Path folder, int people) {
    /** Writes the workspace: one policy, which everybody shall have. */
    void write() throws IOException {
        Map<String, String> files = Map.of(
                "calque.yaml",
                "product: lync-2010\npeople: people.csv\n",
                "policies.yaml",
                "conferencing: {Std: {settings: {AllowIPAudio: false}}}\n",
                "assignments.yaml",
                """
                personas: {std: {licences: [standard, enterprise], conferencing: Std}}
                rules: [{name: all, when: everyone, persona: std}]
                """,
                "people.csv",
                people(0, people));
        Files.createDirectories(folder.resolve("w/.calque"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve("w").resolve(file.getKey()), file.getValue());
        }
    }

    /** A list of some of its people. */
    static String people(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "sip:p" + i + "@x.org\n")
                .collect(Collectors.joining("", "SipAddress\n", ""));
    }

    /** Makes each call take a time; none makes the pool fast again. */
    void delay(int milliseconds) throws IOException {
        Files.writeString(folder.resolve("w/.calque/faults.yaml"), "delay: " + milliseconds + "\n");
    }

    /** A shell without job control has its children ignore Ctrl+C, so it is put back to what a terminal gives. */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start("out.txt", environment, arguments);
    }

    Process start(String output, Map<String, String> environment, String... arguments) throws IOException {
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
                .redirectOutput(folder.resolve(output).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The exit status of a command, once it ended. */
    int run(String... arguments) throws IOException, InterruptedException {
        return start("second.txt", Map.of(), arguments).waitFor();
    }

    /** What the last command that was run printed. */
    String printed() throws IOException {
        return Files.readString(folder.resolve("second.txt"));
    }

    /** The journal of a running apply once it holds at least so many outcomes. */
    Path awaitOutcomes(Process run, int outcomes) throws IOException, InterruptedException {
        Path runs = folder.resolve("w/.calque/runs");
        while (run.isAlive()) {
            if (Files.isDirectory(runs)) {
                try (Stream<Path> files = Files.list(runs)) {
                    for (Path journal : files.filter(file -> file.toString().endsWith(".jsonl"))
                            .toList()) {
                        if (Files.readString(journal).split("settled", -1).length > outcomes) {
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
