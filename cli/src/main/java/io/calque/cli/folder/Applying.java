package io.calque.cli.folder;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.cli.terminal.Interrupts;
import io.calque.cli.terminal.Progress;
import io.calque.cli.terminal.Terminal;
import io.calque.journal.Journal;
import io.calque.plan.Plan;
import io.calque.server.Server;
import io.calque.state.Observed;
import io.calque.store.PoolFolder;
import io.calque.store.FileJournal;
import io.calque.store.WorkspaceLock;
import java.util.Map;
import java.util.function.Supplier;

/** Applies plans to the simulated pool of a workspace, with a journal of each run in the workspace's {@code .calque} folder. */
public final class Applying {
    /** How a killed process ends, by convention 128 and the signal's number. */
    private static final int KILLED = 137;

    private final Folder folder;
    private final WorkspaceLock lock;
    private final Terminal terminal;
    private final Interrupts interrupts;
    private final Journal.Writable journal;

    /** Applies in a workspace that is locked; progress is told on the terminal. An interrupt stops a run between steps. */
    public Applying(Folder folder, WorkspaceLock lock, Terminal terminal, Interrupts interrupts) {
        this.folder = folder;
        this.lock = lock;
        this.terminal = terminal;
        this.interrupts = interrupts;
        this.journal = runs(folder, terminal).writable(lock);
    }

    /** The runs of a workspace. */
    public static FileJournal runs(Folder folder, Terminal terminal) {
        return new FileJournal(folder.path().resolve(".calque/runs"), terminal.clock());
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
                Progress progress = Progress.of(terminal, "applying");
                Interrupts.Watch watch = interrupts.watch()) {
            return new Applier(server, run, listener(progress), watch::requested)
                    .run(plan, new Applier.Order(run.run(), by(), released));
        }
    }

    /** Goes on with a run that stopped or broke off. */
    public RunResult resume(String name, Plan plan, Supplier<Observed> fresh, boolean released) {
        try (Journal.OpenRun run = journal.reopen(name);
                Server.Writable server = server(fresh);
                Progress progress = Progress.of(terminal, "applying");
                Interrupts.Watch watch = interrupts.watch()) {
            return new Applier(server, run, listener(progress), watch::requested)
                    .resume(plan, run.before(), new Applier.Order(run.run(), by(), released));
        }
    }

    private Server.Writable server(Supplier<Observed> fresh) {
        return new PoolFolder(folder.path().resolve(".calque"))
                .work(lock, fresh, () -> Runtime.getRuntime().halt(KILLED));
    }

    private static ApplyListener listener(Progress progress) {
        return new ApplyListener() {
            @Override
            public void progress(long settled, long all) {
                progress.told(settled, all);
            }
        };
    }

    /** {@code DOMAIN\\user} on Windows, {@code user@host} elsewhere, as far as the environment tells. */
    private String by() {
        Map<String, String> environment = terminal.environment();
        String domain = environment.get("USERDOMAIN");
        String account = environment.get("USERNAME");
        if (domain != null && account != null) {
            return domain + "\\" + account;
        }
        String user = environment.getOrDefault("USER", environment.getOrDefault("LOGNAME", account));
        String host = environment.get("HOSTNAME");
        if (user == null || user.isEmpty()) {
            return "unknown";
        }
        return host == null || host.isEmpty() ? user : user + "@" + host;
    }
}
