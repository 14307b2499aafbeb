package io.calque.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.journal.Journal;
import io.calque.journal.RunState;
import io.calque.plan.NumberedStep;
import io.calque.plan.Plan;
import io.calque.state.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is killed in the middle of a run leaves a journal and a pool with which the run goes on. */
class CrashTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"1, before", "1, after", "4, before", "4, after", "8, after"})
    void a_killed_run_goes_on_where_it_was_and_does_nothing_twice(int call, String when)
            throws IOException, InterruptedException {
        Path kept = folder.resolve(".calque");
        Plan plan = Sample.plan();
        try (WorkspaceLock lock = lock(kept)) {
            new PoolFolder(kept).save(lock, Sample.observed());
        }
        Files.write(folder.resolve("w.plan"), Sample.bytes(plan));
        Path faults =
                Files.writeString(kept.resolve("faults.yaml"), "crash: {call: " + call + ", when: " + when + "}\n");

        assertThat(killedRun(kept)).isEqualTo(137);
        Files.delete(faults);
        FileJournal runs = new FileJournal(kept.resolve("runs"), InstantSource.system());
        String run = runs.list().getFirst();
        Files.writeString(kept.resolve("runs").resolve(run + ".jsonl"), "{\"n\":99,\"at\":", StandardOpenOption.APPEND);
        assertThat(runs.read(run).ended()).isFalse();
        assertThat(runs.read(run).doubtful()).isNotEmpty();

        RunResult result = resume(kept, runs, run, plan);

        assertThat(result.failures()).isEmpty();
        assertThat(result.applied()).isEqualTo(plan.steps().size());
        RunState after = runs.read(run);
        assertThat(after.done().stream().map(NumberedStep::id))
                .doesNotHaveDuplicates()
                .hasSize(plan.steps().size());
        Observed pool = new PoolFolder(kept).load().orElseThrow();
        assertThat(Sample.plan(pool).steps()).isEmpty();
        assertThat(kept.resolve("pool.changes.jsonl")).doesNotExist();
    }

    private static RunResult resume(Path kept, FileJournal runs, String run, Plan plan) {
        try (WorkspaceLock lock = lock(kept)) {
            return resume(lock, kept, runs, run, plan);
        }
    }

    private static WorkspaceLock lock(Path kept) {
        return WorkspaceLock.take(kept, new Holder(1, "here", "test", Instant.now()));
    }

    private static RunResult resume(WorkspaceLock lock, Path kept, FileJournal runs, String run, Plan plan) {
        try (Journal.OpenRun journal = runs.writable(lock).reopen(run);
                PoolSession session = new PoolFolder(kept).work(lock, Sample::observed, () -> {})) {
            return new Applier(session, journal, ApplyListener.SILENT, () -> false)
                    .resume(plan, journal.before(), new Applier.Order(run, "test", List.of()));
        }
    }

    private int killedRun(Path kept) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        kept.toString(),
                        folder.resolve("w.plan").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        return process.waitFor();
    }
}
