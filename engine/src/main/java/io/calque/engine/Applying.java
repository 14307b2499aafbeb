package io.calque.engine;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.engine.context.Cancellation;
import io.calque.engine.context.Context;
import io.calque.engine.context.Progress;
import io.calque.journal.Journal;
import io.calque.plan.Plan;
import io.calque.server.Server;
import io.calque.state.Observed;
import io.calque.store.WorkspaceLock;
import java.util.function.Supplier;

/** Applies plans to the simulated pool of a workspace, with a journal of each run in the workspace's folder. */
public final class Applying {
    private final Context context;
    private final WorkspaceLock lock;
    private final Journal.Writable journal;

    /** Applies in a workspace's folder, which is locked. A cancellation stops a run between steps. */
    public Applying(Context context, WorkspaceLock lock) {
        this.context = context;
        this.lock = lock;
        this.journal = context.folder().runs(context.clock()).writable(lock);
    }

    /**
     * Applies a plan. Where somebody wants the program to end, the run stops after the steps at work and can be resumed.
     *
     * @param fresh what the pool holds if it never was given a state
     * @param released whether a plan that trips a brake is applied all the same
     */
    public RunResult run(Plan plan, Supplier<Observed> fresh, boolean released) {
        try (Journal.OpenRun run = journal.begin();
                Server.Writable server = server(fresh);
                Progress.Work progress = context.progress().begin("applying");
                Cancellation.Watch watch = context.cancellation().watch()) {
            return new Applier(server, run, listener(progress), watch::requested)
                    .run(plan, new Applier.Order(run.run(), context.actor(), released));
        }
    }

    /** Goes on with a run that stopped or broke off. */
    public RunResult resume(String name, Plan plan, Supplier<Observed> fresh, boolean released) {
        try (Journal.OpenRun run = journal.reopen(name);
                Server.Writable server = server(fresh);
                Progress.Work progress = context.progress().begin("applying");
                Cancellation.Watch watch = context.cancellation().watch()) {
            return new Applier(server, run, listener(progress), watch::requested)
                    .resume(plan, run.before(), new Applier.Order(run.run(), context.actor(), released));
        }
    }

    private Server.Writable server(Supplier<Observed> fresh) {
        return context.folder().pool().work(lock, fresh, context.crash());
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
