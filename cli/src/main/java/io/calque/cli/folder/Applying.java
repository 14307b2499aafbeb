package io.calque.cli.folder;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.cli.terminal.Progress;
import io.calque.cli.terminal.Terminal;
import io.calque.plan.Plan;
import io.calque.state.Observed;
import io.calque.store.PoolFolder;
import io.calque.store.PoolSession;
import io.calque.store.RunFile;
import io.calque.store.Runs;
import java.util.function.Supplier;

/** Applies plans to the simulated pool of a workspace, with a journal of each run in the workspace's {@code .calque} folder. */
public final class Applying {
    /** How a killed process ends, by convention 128 and the signal's number. */
    private static final int KILLED = 137;

    private final Folder folder;
    private final Terminal terminal;
    private final Runs runs;

    /** Applies in a workspace's folder; progress is told on the terminal. */
    public Applying(Folder folder, Terminal terminal) {
        this.folder = folder;
        this.terminal = terminal;
        this.runs = runs(folder, terminal);
    }

    /** The runs of a workspace. */
    public static Runs runs(Folder folder, Terminal terminal) {
        return new Runs(folder.path().resolve(".calque/runs"), terminal.clock());
    }

    /**
     * Applies a plan.
     *
     * @param fresh what the pool holds if it never was given a state
     * @param released whether a plan that trips a brake is applied all the same
     */
    public RunResult run(Plan plan, Supplier<Observed> fresh, boolean released) {
        try (PoolSession session = session(fresh);
                Progress progress = Progress.of(terminal, "applying")) {
            Runs.Begun begun = runs.begin();
            try (RunFile journal = begun.journal()) {
                return new Applier(session.pool(), journal, listener(progress), () -> false)
                        .run(plan, new Applier.Order(begun.run(), by(), released));
            }
        }
    }

    /** Goes on with a run that stopped or broke off. */
    public RunResult resume(String run, Plan plan, Supplier<Observed> fresh, boolean released) {
        try (PoolSession session = session(fresh);
                Progress progress = Progress.of(terminal, "applying")) {
            Runs.Reopened reopened = runs.reopen(run);
            try (RunFile journal = reopened.journal()) {
                return new Applier(session.pool(), journal, listener(progress), () -> false)
                        .resume(plan, reopened.state(), new Applier.Order(run, by(), released));
            }
        }
    }

    private PoolSession session(Supplier<Observed> fresh) {
        return new PoolFolder(folder.path().resolve(".calque"))
                .work(fresh, () -> Runtime.getRuntime().halt(KILLED));
    }

    private static ApplyListener listener(Progress progress) {
        return new ApplyListener() {
            @Override
            public void progress(long settled, long all) {
                progress.told(settled, all);
            }
        };
    }

    private String by() {
        String user = terminal.environment().get("USER");
        return user != null ? user : terminal.environment().getOrDefault("USERNAME", "unknown");
    }
}
