package io.calque.bench;

import io.calque.diagnostic.Findings;
import io.calque.people.CsvPeople;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.PlanWriter;
import io.calque.plan.Planner;
import io.calque.security.file.SafeFile;
import io.calque.state.Observed;
import io.calque.state.ObservedReader;
import io.calque.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * {@code plan} over a million people, nothing granted and everything granted, beside merely parsing the same two files and beside
 * DuckDB joining them and writing as many rows (once, because it takes minutes). Arguments: a folder for the files, the number of people, the number of rounds.
 */
public final class PlanBench {
    /** Leaves the peer out, for profiling: {@code -Dcalque.bench.alone=true}. */
    private static final boolean ALONE = Boolean.getBoolean("calque.bench.alone");

    private PlanBench() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, SQLException {
        Path folder = Path.of(args[0]);
        int people = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Estate estate =
                Files.exists(folder.resolve("granted.json")) ? new Estate(folder, people) : Estate.make(folder, people);
        System.out.println("as calque plan does it, saving the file included; JVM: "
                + ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> flag.startsWith("-X"))
                        .collect(Collectors.joining(" ")));
        for (boolean granted : new boolean[] {false, true}) {
            List<Double> parses = new ArrayList<>();
            List<Double> plans = new ArrayList<>();
            List<Double> duck = new ArrayList<>();
            long steps = 0;
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                estate.parse(granted);
                long parsed = System.nanoTime();
                steps = plan(estate, granted);
                long planned = System.nanoTime();
                if (round == 0 && !ALONE) {
                    DuckDb.joinAndWrite(estate, granted);
                }
                long joined = System.nanoTime();
                parses.add((parsed - start) / 1e9);
                plans.add((planned - parsed) / 1e9);
                if (round == 0 && !ALONE) {
                    duck.add((joined - planned) / 1e9);
                }
            }
            System.out.printf(
                    "%,d people, %s granted: plan %.2f s (%,d steps), parse alone %.2f s, ratio %.2f (aim 3.00), DuckDB %s%n",
                    people,
                    granted ? "everything" : "nothing",
                    median(plans),
                    steps,
                    median(parses),
                    median(plans) / median(parses),
                    duck.isEmpty() ? "not run" : "%.2f s".formatted(median(duck)));
        }
        System.out.printf(
                "peaks of the parts of the heap, which are not of one moment: %,d MiB together; at most %,d MiB are in use%n",
                peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    private static long plan(Estate estate, boolean granted) throws IOException {
        Findings findings = new Findings();
        Workspace workspace = Policies.workspace(estate.folder());
        Planner planner = new Planner(workspace, LocalDate.of(2026, 11, 24), findings);
        CompletableFuture<Observed> observed = CompletableFuture.supplyAsync(() -> observed(estate, granted));
        new CsvPeople("people.csv", () -> Files.newInputStream(estate.csv()))
                .read(workspace.interest(), planner::accept, findings);
        Plan plan = planner.finish(observed.join(), PlanOptions.DEFAULT);
        SafeFile.write(estate.folder().resolve("plan.jsonl"), out -> PlanWriter.write(plan, out));
        return plan.steps().size();
    }

    private static Observed observed(Estate estate, boolean granted) {
        try {
            return ObservedReader.read("pool", Files.newInputStream(estate.pool(granted)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
