package io.calque.store;

import io.calque.apply.Faults;
import io.calque.apply.SimulatedPool;
import io.calque.journal.Outcome;
import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import io.calque.server.Capabilities;
import io.calque.server.Extent;
import io.calque.server.Server;
import io.calque.state.Observed;
import java.time.Duration;
import java.util.List;

/** The simulated pool at work on the state in its folder: each step is kept as it has its effect, and closing saves the whole. */
public final class PoolSession implements Server.Writable {
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

    @Override
    public String id() {
        return pool.id();
    }

    @Override
    public String title() {
        return pool.title();
    }

    @Override
    public Capabilities capabilities() {
        return pool.capabilities();
    }

    @Override
    public Observed read(Extent extent) {
        return pool.read(extent);
    }

    @Override
    public List<Outcome> carryOut(List<NumberedStep> steps) {
        return pool.carryOut(steps);
    }

    /** Saves the pool's state. */
    @Override
    public void close() {
        changes.close();
        folder.save(lock, pool.state());
    }
}
