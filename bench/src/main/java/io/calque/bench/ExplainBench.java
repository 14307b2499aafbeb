package io.calque.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code calque explain --all --format json} as a user starts it, over a million people who are all granted something, beside
 * merely parsing the same two files. Arguments: the launcher, a folder for the files, the number of people, the number of rounds.
 */
public final class ExplainBench {
    private record Run(double seconds, double processor) {}

    private ExplainBench() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path launcher = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        int people = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        Estate estate =
                Files.exists(folder.resolve("granted.json")) ? new Estate(folder, people) : Estate.make(folder, people);
        Files.writeString(
                folder.resolve("calque.yaml"), "product: sfb-se\npeople: people.csv\nserver: {file: granted.json}\n");
        Path answer = folder.resolve("explained.jsonl");
        // The first start of a checkout builds it, and is none of what is measured.
        explain(launcher, folder, answer, "--persona", "standard");
        List<Run> parses = new ArrayList<>();
        List<Run> all = new ArrayList<>();
        List<Run> right = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            estate.parse(true);
            parses.add(new Run((System.nanoTime() - start) / 1e9, 0));
            right.add(explain(launcher, folder, answer, "--right", "meeting.record", "--format", "json"));
            all.add(explain(launcher, folder, answer, "--all", "--format", "json"));
        }
        long lines;
        try (Stream<String> told = Files.lines(answer)) {
            lines = told.count();
        }
        Run whole = median(all);
        Run holders = median(right);
        System.out.printf(
                "%,d people: explain --all %.2f s (%.2f s of processor, %,d lines, %,d MB), --right %.2f s (%.2f s), parse alone %.2f s, ratio %.2f%n",
                people,
                whole.seconds(),
                whole.processor(),
                lines,
                Files.size(answer) / 1_000_000,
                holders.seconds(),
                holders.processor(),
                median(parses).seconds(),
                whole.seconds() / median(parses).seconds());
    }

    private static Run explain(Path launcher, Path folder, Path answer, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "explain", folder.toString()));
        command.addAll(List.of(options));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Duration processor = Duration.ZERO;
        while (process.isAlive()) {
            processor = process.info().totalCpuDuration().orElse(processor);
            Thread.sleep(20);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("explain ended with " + process.exitValue());
        }
        return new Run((System.nanoTime() - start) / 1e9, processor.toMillis() / 1e3);
    }

    private static Run median(List<Run> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Run::seconds))
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
