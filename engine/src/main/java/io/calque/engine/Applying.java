package io.calque.engine;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.context.Cancellation;
import io.calque.engine.context.Context;
import io.calque.engine.context.Progress;
import io.calque.engine.source.Servers;
import io.calque.journal.Journal;
import io.calque.plan.Plan;
import io.calque.plan.TrippedBrake;
import io.calque.plan.Waiver;
import io.calque.server.Server;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.Workspace;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The brake that a plan trips by the workspace's settings of today; empty where it trips none, or the run released it before. */
    public Optional<TrippedBrake> brake(Plan plan, Workspace workspace, @Nullable String resumed) {
        return TrippedBrake.of(workspace.brakes(), plan)
                .filter(brake -> resumed == null
                        || journal.read(resumed).started().stream()
                                .flatMap(started -> started.waivers().stream())
                                .noneMatch(waiver -> waiver.what().equals(brake.name())));
    }

    /**
     * Applies a plan. Where somebody wants the program to end, the run stops after the steps at work and can be resumed.
     *
     * @param released the brake that somebody released for it; recorded in the journal
     * @throws Fault when the server can't be applied to, the plan no longer fits it, or the run can't be recorded
     */
    public RunResult run(Plan plan, Workspace workspace, Optional<TrippedBrake> released) {
        List<Waiver> waivers = Stream.concat(
                        plan.header().accepted().stream(), released.stream().map(TrippedBrake::released))
                .toList();
        try (Server.Writable server = Servers.writable(context, workspace, lock);
                Journal.OpenRun run = journal.begin();
                Progress.Work progress = context.progress().begin("applying");
                Cancellation.Watch watch = context.cancellation().watch()) {
            return recorded(
                    run,
                    () -> new Applier(server, run, listener(progress), watch::requested)
                            .run(plan, new Applier.Order(run.run(), context.actor(), waivers)));
        }
    }

    /** Goes on with a run that stopped or broke off. */
    public RunResult resume(String name, Plan plan, Workspace workspace) {
        try (Server.Writable server = Servers.writable(context, workspace, lock);
                Journal.OpenRun run = journal.reopen(name);
                Progress.Work progress = context.progress().begin("applying");
                Cancellation.Watch watch = context.cancellation().watch()) {
            return recorded(
                    run,
                    () -> new Applier(server, run, listener(progress), watch::requested)
                            .resume(plan, run.before(), new Applier.Order(run.run(), context.actor(), List.of())));
        }
    }

    /** A disk that is full in the middle of a run breaks it off; what was done until then is recorded. */
    private RunResult recorded(Journal.OpenRun run, Supplier<RunResult> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            String what = e.getCause() instanceof FileSystemException file
                    ? context.folder().relative(file.getFile()) + ": " + file.getReason()
                    : String.valueOf(e.getMessage());
            throw new Fault(Finding.of(Code.RUN_BROKEN_OFF, "the run " + run.run() + " broke off: can't write " + what)
                    .help("Make room on the disk, then go on: calque apply PLAN --resume " + run.run()));
        }
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
