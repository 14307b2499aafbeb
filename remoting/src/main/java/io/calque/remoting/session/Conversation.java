package io.calque.remoting.session;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.Pipeline;
import io.calque.remoting.psrp.PipelineEvent;
import io.calque.remoting.psrp.ProtocolViolation;
import io.calque.remoting.psrp.Received;
import io.calque.remoting.psrp.Stream;
import io.calque.remoting.psrp.Transport;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.session.Outcome.Unknown.Shell;
import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call from its first byte to its end. The line that must never be crossed unnoticed is the last fragment of CREATE_PIPELINE: before it
 * the server can't run anything, after it everything may have run.
 */
final class Conversation {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(10);

    private final Session session;
    private final Transport transport;
    private final Call call;
    private final Collector collector;
    private final Deadline deadline;
    private final AtomicBoolean stopSent = new AtomicBoolean();
    private @Nullable Deadline stopDeadline;
    private volatile @Nullable UUID waiting;
    private boolean mayHaveRun;
    private boolean spoilt;

    Conversation(Session session, Call call, Collector collector) {
        this.session = session;
        this.transport = session.transport();
        this.call = call;
        this.collector = collector;
        this.deadline = Deadline.in(call.patience());
    }

    Outcome hold() {
        Pipeline pipeline;
        try {
            if (Pipeline.needsKeys(call.commands())) {
                session.exchangeKeys(deadline);
            }
            pipeline = session.pipeline(call);
            start(pipeline);
        } catch (TransportException e) {
            return atStart(e);
        } catch (ProtocolViolation e) {
            return new Outcome.NotSent(String.valueOf(e.getMessage()));
        }
        try {
            feed(pipeline);
            waiting = pipeline.id();
            boolean done = false;
            while (!pipeline.state().isOver() && !done) {
                if (!stopInTime(pipeline.id())) {
                    Shell shell = session.probe(PROBE_PATIENCE);
                    return unknown(shell, "it ended neither in time nor after the request to stop");
                }
                done = receive(pipeline);
            }
            return ended(pipeline);
        } catch (TransportException e) {
            return unknown(shellAfter(e), reason(e));
        } catch (ProtocolViolation e) {
            return unknown(Shell.SILENT, "its answer can't be understood: " + e.getMessage());
        }
    }

    private void start(Pipeline pipeline) {
        byte[] first = pipeline.outbox().take(transport.room());
        mayHaveRun = pipeline.outbox().isEmpty();
        transport.command(pipeline.id(), first);
        while (!pipeline.outbox().isEmpty()) {
            byte[] next = pipeline.outbox().take(transport.room());
            mayHaveRun = pipeline.outbox().isEmpty();
            transport.send(pipeline.id(), Stream.INPUT, next);
        }
    }

    /** Whether the session can't be used after this, although nothing is unknown. */
    boolean isSpoilt() {
        return spoilt;
    }

    /** A failure before all of CREATE_PIPELINE was acknowledged. */
    private Outcome atStart(TransportException failure) {
        spoilt = failure instanceof TransportException.SessionGone || failure instanceof TransportException.MaybeSent;
        return switch (failure) {
            case TransportException.NotSent e -> new Outcome.NotSent(reason(e));
            case TransportException.Refused e -> new Outcome.NotSent(reason(e));
            case TransportException.MaybeSent e ->
                mayHaveRun ? unknown(Shell.SILENT, reason(e)) : new Outcome.NotSent(reason(e));
            case TransportException.SessionGone e ->
                mayHaveRun && e.maybeSent() ? unknown(Shell.GONE, reason(e)) : new Outcome.NotSent(reason(e));
        };
    }

    private void feed(Pipeline pipeline) {
        Iterator<? extends CliXml> input = call.input();
        if (input == null) {
            return;
        }
        while (input.hasNext() && !session.isStopWanted() && !deadline.isPast()) {
            CliXml value = input.next();
            if (Pipeline.needsKeys(value)) {
                session.exchangeKeys(deadline);
            }
            pipeline.input(value);
            if (pipeline.outbox().fills(transport.room())) {
                transport.send(pipeline.id(), Stream.INPUT, pipeline.outbox().take(transport.room()));
            }
        }
        if (!input.hasNext()) {
            pipeline.endInput();
        }
        session.flush(pipeline.id(), Stream.INPUT, pipeline.outbox());
    }

    /** Polls once; true when the transport knows that nothing more comes. */
    private boolean receive(Pipeline pipeline) {
        Received received = transport.receive(pipeline.id());
        for (PipelineEvent event : pipeline.accept(received.fragments())) {
            collector.take(event);
        }
        session.flush(pipeline.id(), Stream.HOST_REPLY, pipeline.hostReplies());
        return received.done();
    }

    /** Sends the stop when it is due; false when even that had its time. */
    private boolean stopInTime(UUID pipeline) {
        if (stopDeadline != null) {
            return !stopDeadline.isPast();
        }
        if (session.isStopWanted() || deadline.isPast()) {
            stopDeadline = Deadline.in(STOP_PATIENCE);
            if (stopSent.compareAndSet(false, true)) {
                transport.stop(pipeline);
            }
        }
        return true;
    }

    /** Sends the stop from another thread while this call waits for the server. A pipeline may be told so at any time before its end. */
    void stopAside() {
        UUID pipeline = waiting;
        if (pipeline == null || !stopSent.compareAndSet(false, true)) {
            return;
        }
        try {
            transport.stop(pipeline);
        } catch (TransportException.NotSent | TransportException.Refused e) {
            // The waiting thread sends it after its poll.
            stopSent.set(false);
        } catch (TransportException e) {
            // It may have arrived. If not, the waiting thread runs out of patience and says so.
        }
    }

    private Outcome ended(Pipeline pipeline) {
        try {
            transport.release(pipeline.id());
        } catch (TransportException e) {
            // The end is known already; the next call will meet what is wrong with the transport.
        }
        Results results = collector.results();
        return switch (pipeline.state()) {
            case COMPLETED -> new Outcome.Done(results);
            case STOPPED ->
                !stopSent.get() && pipeline.reason().isPresent()
                        ? new Outcome.Refused(pipeline.reason().get(), results)
                        : new Outcome.Stopped(results);
            case FAILED -> new Outcome.Refused(pipeline.reason().orElse(unexplained()), results);
            case NOT_STARTED, RUNNING, STOPPING, DISCONNECTED ->
                !stopSent.get()
                        ? unknown(session.probe(PROBE_PATIENCE), "the server ended it without saying how")
                        : new Outcome.Stopped(results);
        };
    }

    private static ErrorRecord unexplained() {
        return ErrorRecord.of(CliXml.of("the server gave no reason"));
    }

    private Outcome unknown(Shell shell, String reason) {
        return new Outcome.Unknown(shell, reason, collector.results());
    }

    /** A server that refuses a poll may still have the shell or not: only the shell itself can tell. */
    private Shell shellAfter(TransportException failure) {
        return switch (failure) {
            case TransportException.SessionGone _ -> Shell.GONE;
            case TransportException.Refused _ -> session.probe(PROBE_PATIENCE);
            case TransportException.NotSent _ -> Shell.SILENT;
            case TransportException.MaybeSent _ -> Shell.SILENT;
        };
    }

    private static String reason(TransportException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
