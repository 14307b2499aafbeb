package io.calque.engine.context;

import io.calque.engine.folder.WorkspaceFolder;
import io.calque.security.credential.UserSecrets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/**
 * All that a use case takes from outside: what differs from run to run, from front end to front end. A use case reads no clock, no
 * environment variable, no working folder and no pool of threads but these. Immutable; several may be at work at once, each on its
 * own folder.
 *
 * @param folder the workspace's folder
 * @param clock the time
 * @param zone where it is today: exceptions end at midnight there
 * @param actor who acts, as the journal names them
 * @param progress receives how long pieces of work get on
 * @param cancellation whether somebody wants the work to end
 * @param executor runs what can be done at the same time; must not run it on the caller's thread
 * @param secrets the user's passwords, and which servers may get them
 * @param crash ends the process as a kill would; only the simulated pool calls it, when its faults ask for a crash
 */
public record Context(
        WorkspaceFolder folder,
        InstantSource clock,
        ZoneId zone,
        String actor,
        Progress progress,
        Cancellation cancellation,
        Executor executor,
        UserSecrets secrets,
        Runnable crash) {

    /** The same without cancellation: the process ends at once where somebody wants it to. */
    public Context uncancelled() {
        return new Context(folder, clock, zone, actor, progress, Cancellation.NONE, executor, secrets, crash);
    }

    /** The day in the context's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
