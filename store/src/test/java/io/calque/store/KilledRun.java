package io.calque.store;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.journal.Journal;
import io.calque.plan.Plan;
import io.calque.plan.PlanReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Applies a plan in a process of its own, which the pool's faults end without any farewell. */
final class KilledRun {
    private KilledRun() {}

    /** Arguments: the {@code .calque} folder and the plan. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Plan plan;
        try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
            plan = PlanReader.read("plan", in);
        }
        WorkspaceLock lock = WorkspaceLock.take(folder, new Holder(1, "here", "test", Instant.now()));
        Journal.OpenRun run = new FileJournal(folder.resolve("runs"), InstantSource.system())
                .writable(lock)
                .begin();
        PoolSession session = new PoolFolder(folder)
                .work(
                        lock,
                        () -> {
                            throw new IllegalStateException("the pool has a state");
                        },
                        () -> Runtime.getRuntime().halt(137));
        new Applier(session, run, ApplyListener.SILENT, () -> false)
                .run(plan, new Applier.Order(run.run(), "test", List.of()));
        session.close();
    }
}
