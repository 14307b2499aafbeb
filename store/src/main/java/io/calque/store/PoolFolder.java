package io.calque.store;

import io.calque.apply.Faults;
import io.calque.apply.FaultsReader;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.plan.Effects;
import io.calque.plan.Step;
import io.calque.policy.PolicySet;
import io.calque.security.file.Access;
import io.calque.security.file.SafeFile;
import io.calque.source.Encoding;
import io.calque.state.Observed;
import io.calque.state.ObservedReader;
import io.calque.state.ObservedWriter;
import io.calque.state.UserState;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the simulated pool keeps its state: {@code pool.json} as it was when it was last closed, and beside it, while a run is under
 * way or after one that was killed, {@code pool.changes.jsonl} with the steps that had their effect since. Steps say what is after
 * them, so taking them a second time changes nothing, and a crash at any moment loses none. {@code faults.yaml}, where there is one,
 * tells the pool how to fail.
 */
public final class PoolFolder {
    private final Path folder;
    private final Path start;
    private final Path state;
    private final Path changes;
    private final Path faults;

    /** The pool in a workspace's {@code .calque} folder. */
    public PoolFolder(Path folder) {
        this.folder = folder;
        this.start = folder.resolve("pool.start.json");
        this.state = folder.resolve("pool.json");
        this.changes = folder.resolve("pool.changes.jsonl");
        this.faults = folder.resolve("faults.yaml");
    }

    /**
     * The pool's state; empty where it never was given one.
     *
     * @throws Fault when the file is no state
     */
    public Optional<Observed> load() {
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(state), 1 << 16)) {
            Observed saved = ObservedReader.read(".calque/pool.json", in);
            return Optional.of(Files.exists(changes) ? after(saved, PoolChanges.read(changes)) : saved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the pool's state. */
    public void save(WorkspaceLock lock, Observed observed) {
        lock.require(folder);
        SafeFile.write(state, Access.OWNER, out -> ObservedWriter.write(observed, out));
        try {
            Files.deleteIfExists(changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the pool the state with which it begins, and to which {@link #reset} goes back. */
    public void begin(WorkspaceLock lock, Observed observed) {
        lock.require(folder);
        SafeFile.write(start, out -> ObservedWriter.write(observed, out));
        save(lock, observed);
    }

    /**
     * Goes back to the state with which the pool began. One that never was given any is forgotten, so that it is fresh when it is next
     * opened.
     *
     * @return whether it was given one
     */
    public boolean reset(WorkspaceLock lock) {
        lock.require(folder);
        try {
            boolean given = Files.exists(start);
            if (given) {
                SafeFile.write(state, out -> Files.copy(start, out));
            } else {
                Files.deleteIfExists(state);
            }
            Files.deleteIfExists(changes);
            return given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The pool at work; to be closed before the lock. Only the holder of the lock can open it, because opening brings in the list of
     * changes and empties it: a second opener would take it away from the first.
     *
     * @param fresh the state of a pool that never was given one
     * @param crash ends the program as if it were killed; called when the faults ask for it
     * @throws Fault when the pool's files can't be read
     */
    public PoolSession work(WorkspaceLock lock, Supplier<Observed> fresh, Runnable crash) {
        Faults howToFail = faults();
        Optional<Observed> saved = load();
        Observed start = saved.orElseGet(fresh);
        if (saved.isEmpty() || Files.exists(changes)) {
            save(lock, start);
        }
        return new PoolSession(this, lock, start, howToFail, crash);
    }

    Path path() {
        return folder;
    }

    /** Opens the list of changes, which is empty then. */
    PoolChanges open() {
        return PoolChanges.open(changes);
    }

    /**
     * How the pool shall fail; not at all where no file says so.
     *
     * @throws Fault when the file can't be read
     */
    public Faults faults() {
        if (!Files.exists(faults)) {
            return Faults.NONE;
        }
        Findings findings = new Findings();
        Faults read =
                FaultsReader.read(Encoding.text(".calque/faults.yaml", () -> Files.newInputStream(faults)), findings);
        if (findings.hasErrors()) {
            throw new Fault(findings.sorted());
        }
        return read;
    }

    private static Observed after(Observed saved, List<Step> steps) {
        List<UserState> users = new ArrayList<>(saved.users());
        Map<String, Integer> positions = HashMap.newHashMap(users.size());
        for (int i = 0; i < users.size(); i++) {
            positions.putIfAbsent(Step.key(users.get(i).subject()), i);
        }
        PolicySet policies = saved.policies();
        for (Step step : steps) {
            switch (step) {
                case Step.OfPolicy ofPolicy -> policies = Effects.on(policies, ofPolicy);
                case Step.OfUser ofUser -> {
                    Integer position = positions.get(Step.key(ofUser.subject()));
                    if (position != null) {
                        users.set(position, Effects.on(users.get(position), ofUser));
                    }
                }
            }
        }
        return new Observed(saved.product(), saved.sites(), policies, users);
    }
}
