package io.calque.engine;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.engine.context.Cancellation;
import io.calque.engine.context.Context;
import io.calque.engine.context.Progress;
import io.calque.plan.Plan;
import io.calque.state.Observed;
import io.calque.store.PoolSession;
import io.calque.store.RunFile;
import io.calque.store.Runs;
import java.util.function.Supplier;

/** Applies plans to the simulated pool of a workspace, with a journal of each run in the workspace's folder. */
public final class Applying {
    private final Context context;
    private final Runs runs;

    /** Applies in a workspace's folder. A cancellation stops a run between steps. */
    public Applying(Context context) {
        this.context = context;
        this.runs = context.folder().runs(context.clock());
    }

    /**
     * Applies a plan. Where somebody wants the program to end, the run stops after the steps at work and can be resumed.
     *
     * @param fresh what the pool holds if it never was given a state
     * @param released whether a plan that trips a brake is applied all the same
     */
    public RunResult run(Plan plan, Supplier<Observed> fresh, boolean released) {
        try (PoolSession session = session(fresh);
                Progress.Work progress = context.progress().begin("applying");
                Cancellation.Watch watch = context.cancellation().watch()) {
            Runs.Begun begun = runs.begin();
            try (RunFile journal = begun.journal()) {
                return new Applier(session.pool(), journal, listener(progress), watch::requested)
                        .run(plan, new Applier.Order(begun.run(), context.actor(), released));
            }
        }
    }

    /** Goes on with a run that stopped or broke off. */
    public RunResult resume(String run, Plan plan, Supplier<Observed> fresh, boolean released) {
        try (PoolSession session = session(fresh);
                Progress.Work progress = context.progress().begin("applying");
                Cancellation.Watch watch = context.cancellation().watch()) {
            Runs.Reopened reopened = runs.reopen(run);
            try (RunFile journal = reopened.journal()) {
                return new Applier(session.pool(), journal, listener(progress), watch::requested)
                        .resume(plan, reopened.state(), new Applier.Order(run, context.actor(), released));
            }
        }
    }

    private PoolSession session(Supplier<Observed> fresh) {
        return context.folder().pool().work(fresh, context.crash());
    }

    private static ApplyListener listener(Progress.Work progress) {
        return new ApplyListener() {
            @Override
            public void progress(long settled, long all) {
                progress.piece(settled, all);
            }
        };
    }
}
