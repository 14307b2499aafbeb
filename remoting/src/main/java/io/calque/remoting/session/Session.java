package io.calque.remoting.session;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Primitive;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.KeyExchange;
import io.calque.remoting.psrp.Outbox;
import io.calque.remoting.psrp.Pipeline;
import io.calque.remoting.psrp.PipelineEvent;
import io.calque.remoting.psrp.PoolState;
import io.calque.remoting.psrp.ProtocolViolation;
import io.calque.remoting.psrp.RunspacePool;
import io.calque.remoting.psrp.Stream;
import io.calque.remoting.psrp.Transport;
import io.calque.remoting.psrp.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session with a PowerShell endpoint: one runspace, one pipeline at a time. Opened once; once its end is not known for sure it is never
 * used again, and another must be opened. Thread-safe: calls from several threads wait for each other, {@link #stop} and {@link #close} may
 * come from any thread.
 */
public final class Session implements AutoCloseable {
    private final Transport transport;
    private final RunspacePool pool;
    private final Supplier<UUID> ids;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean stopWanted;
    private volatile @Nullable Conversation running;
    private volatile @Nullable String unusable;

    private Session(Transport transport, RunspacePool pool, Supplier<UUID> ids) {
        this.transport = transport;
        this.pool = pool;
        this.ids = ids;
    }

    /** Opens a session with random ids and a fresh key. See {@link #open(Transport, Duration, Supplier, KeyExchange)}. */
    public static Session open(Transport transport, Duration patience) {
        return open(transport, patience, UUID::randomUUID, new KeyExchange());
    }

    /**
     * Opens a session. The transport belongs to the session from here on and is closed with it, also when this fails.
     *
     * @param patience how long opening may take
     * @param ids gives the ids of the pool and of each pipeline
     * @param keys the key for secrets
     * @throws SessionFailed when it can't be opened
     */
    public static Session open(Transport transport, Duration patience, Supplier<UUID> ids, KeyExchange keys) {
        RunspacePool pool = new RunspacePool(ids.get(), keys);
        Session session = new Session(transport, pool, ids);
        try {
            session.negotiate(Deadline.in(patience));
            return session;
        } catch (TransportException | ProtocolViolation e) {
            session.close();
            throw new SessionFailed("the session can't be opened: " + e.getMessage(), null, e);
        } catch (SessionFailed e) {
            session.close();
            throw e;
        }
    }

    private void negotiate(Deadline deadline) {
        pool.open();
        transport.open(pool.id(), pool.outbox().take(transport.room()));
        flush(null, Stream.INPUT, pool.outbox());
        while (pool.state() != PoolState.OPENED) {
            pollPool();
            if (pool.state().isOver()) {
                ErrorRecord reason = pool.reason().orElse(null);
                throw new SessionFailed(
                        "the server refuses the session: " + (reason == null ? "it gave no reason" : reason.message()),
                        reason,
                        null);
            }
            if (deadline.isPast() && pool.state() != PoolState.OPENED) {
                throw new SessionFailed("the server did not open the session in time", null, null);
            }
        }
    }

    /** The protocol both sides speak. */
    public Primitive.Version protocol() {
        return pool.protocol();
    }

    /** What the server said about itself when the session opened; empty when it said nothing. */
    public Optional<CliXml> privateData() {
        return pool.privateData();
    }

    /** Whether a call may be tried: false once a call's end is unknown, the shell is gone or the session closed. */
    public boolean isUsable() {
        return unusable == null;
    }

    /** Runs a pipeline and gathers all that it brings forth. */
    public Outcome run(Call call) {
        return start(call, null);
    }

    /**
     * Runs a pipeline and hands over its events as they come. Output is handed over and not gathered, so that it may be of any size.
     *
     * @param watcher called on this thread; when it throws, the session is closed, what runs is ended with it, and the exception goes through
     */
    public Outcome run(Call call, Consumer<PipelineEvent> watcher) {
        return start(call, watcher);
    }

    private Outcome start(Call call, @Nullable Consumer<PipelineEvent> watcher) {
        lock.lock();
        boolean ended = false;
        try {
            String reason = unusable;
            if (reason != null) {
                ended = true;
                return new Outcome.NotSent(reason);
            }
            stopWanted = false;
            Conversation conversation = new Conversation(this, call, new Collector(watcher));
            running = conversation;
            Outcome outcome = conversation.hold();
            if (outcome instanceof Outcome.Unknown unknown) {
                abandon("an earlier call's end is unknown: " + unknown.reason());
            } else if (conversation.isSpoilt()) {
                abandon("the shell was lost at an earlier call");
            }
            ended = true;
            return outcome;
        } finally {
            running = null;
            if (!ended) {
                abandon("an earlier call was given up");
            }
            lock.unlock();
        }
    }

    /**
     * Asks for the running call to be stopped; it then ends as it ends, mostly as {@link Outcome.Stopped}. Nothing happens when none runs.
     * A call that waits for the server is not waited for: the server is told at once, and this returns when it knows. A call that is
     * still being sent is stopped as soon as the part on its way is.
     */
    public void stop() {
        stopWanted = true;
        Conversation conversation = running;
        if (conversation != null) {
            conversation.stopAside();
        }
    }

    /** Whether the shell answers within that time, even while it is busy. Not to be called while a call runs on another thread. */
    public Outcome.Unknown.Shell probe(Duration patience) {
        lock.lock();
        try {
            Deadline deadline = Deadline.in(patience);
            pool.ping();
            flush(null, Stream.INPUT, pool.outbox());
            while (!pool.pinged() && !deadline.isPast() && !pool.state().isOver()) {
                pollPool();
            }
            if (pool.state().isOver()) {
                return Outcome.Unknown.Shell.GONE;
            }
            return pool.pinged() ? Outcome.Unknown.Shell.ALIVE : Outcome.Unknown.Shell.SILENT;
        } catch (TransportException.SessionGone e) {
            return Outcome.Unknown.Shell.GONE;
        } catch (TransportException | ProtocolViolation e) {
            return Outcome.Unknown.Shell.SILENT;
        } finally {
            lock.unlock();
        }
    }

    /** Makes sure that secrets can be sent. */
    void exchangeKeys(Deadline deadline) {
        if (pool.keys().isDone()) {
            return;
        }
        pool.exchangeKeys();
        flush(null, Stream.INPUT, pool.outbox());
        while (!pool.keys().isDone()) {
            if (deadline.isPast()) {
                throw new TransportException.NotSent("the server did not answer with a key for secrets in time", null);
            }
            pollPool();
        }
    }

    private void pollPool() {
        pool.accept(transport.receive(null).fragments());
        flush(null, Stream.HOST_REPLY, pool.hostReplies());
        flush(null, Stream.INPUT, pool.outbox());
    }

    void flush(@Nullable UUID pipeline, Stream stream, Outbox outbox) {
        while (!outbox.isEmpty()) {
            transport.send(pipeline, stream, outbox.take(transport.room()));
        }
    }

    Pipeline pipeline(Call call) {
        return pool.start(ids.get(), call.commands(), call.input() != null);
    }

    Transport transport() {
        return transport;
    }

    boolean isStopWanted() {
        return stopWanted;
    }

    private void abandon(String reason) {
        unusable = reason;
        transport.close();
    }

    /** Closes the shell and the connection; what runs in it ends with it. Does nothing when called again. */
    @Override
    public void close() {
        if (unusable == null) {
            unusable = "the session is closed";
        }
        transport.close();
    }
}
