package io.calque.cli.folder;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.cli.terminal.Progress;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.plan.Plan;
import io.calque.store.PoolSession;
import io.calque.store.RunFile;
import io.calque.store.Runs;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Applies plans to the simulated pool of a workspace, with their journals beside it. */
public final class Applying {
    private Applying() {}

    /**
     * Begins a run, or goes on with one.
     *
     * @param resume the run to go on with; null to begin one
     * @param stop true once somebody wants the run to stop
     * @throws Fault when the plan can't be applied, with all reasons
     */
    public static RunResult simulated(
            Sources sources, Plan plan, @Nullable String resume, Terminal terminal, BooleanSupplier stop) {
        Runs runs = sources.runs();
        try (PoolSession session = sources.pool().work(sources::observed, Applying::crash);
                Progress progress = Progress.of(terminal, "applying to the simulated pool")) {
            ApplyListener listener = new ApplyListener() {
                @Override
                public void progress(long settled, long all) {
                    progress.at(settled, all);
                }
            };
            if (resume != null) {
                Runs.Reopened reopened = runs.reopen(resume);
                try (RunFile journal = reopened.journal()) {
                    return new Applier(session.pool(), journal, listener, stop)
                            .resume(plan, reopened.state(), new Applier.Order(resume, by(terminal)));
                }
            }
            Applier.check(plan, session.pool());
            Runs.Begun begun = runs.begin();
            try (RunFile journal = begun.journal()) {
                return new Applier(session.pool(), journal, listener, stop)
                        .run(plan, new Applier.Order(begun.run(), by(terminal)));
            }
        }
    }

    /** Who applies: the account that the operating system knows. */
    private static String by(Terminal terminal) {
        String user = terminal.environment().get("USER");
        return user != null ? user : terminal.environment().getOrDefault("USERNAME", "unknown");
    }

    private static void crash() {
        throw new Fault(Finding.of(Code.TARGET_LOST, "the run broke off, as .calque/faults.yaml asks for")
                .help("Remove the line 'crash' there, and go on with: calque apply PLAN --resume RUN"));
    }
}
