package io.calque.store;

import io.calque.apply.Faults;
import io.calque.apply.SimulatedPool;
import io.calque.plan.Step;
import io.calque.state.Observed;
import java.time.Duration;

/** The simulated pool at work on the state in its folder: each step is kept as it has its effect, and closing saves the whole. */
public final class PoolSession implements AutoCloseable {
    private final PoolFolder folder;
    private final WorkspaceLock lock;
    private final PoolChanges changes;
    private final SimulatedPool pool;

    PoolSession(PoolFolder folder, WorkspaceLock lock, Observed start, Faults faults, Runnable crash) {
        lock.require(folder.path());
        this.folder = folder;
        this.lock = lock;
        this.pool = new SimulatedPool(start, faults, surroundings(crash));
        this.changes = folder.open();
    }

    private SimulatedPool.Surroundings surroundings(Runnable crash) {
        return new SimulatedPool.Surroundings() {
            @Override
            public void pause(Duration time) {
                try {
                    Thread.sleep(time);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void crash() {
                crash.run();
            }

            @Override
            public void keep(Step step) {
                changes.add(step);
            }
        };
    }

    /** The pool, to apply plans to. */
    public SimulatedPool pool() {
        return pool;
    }

    /** Saves the pool's state. */
    @Override
    public void close() {
        changes.close();
        folder.save(lock, pool.state());
    }
}
