package io.calque.remoting.session;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Primitive;
import io.calque.remoting.clixml.Property;
import io.calque.remoting.psrp.Message;
import io.calque.remoting.psrp.MessageType;
import io.calque.remoting.psrp.NetGuid;
import io.calque.remoting.psrp.Outbox;
import io.calque.remoting.psrp.Reassembly;
import io.calque.remoting.psrp.Received;
import io.calque.remoting.psrp.Stream;
import io.calque.remoting.psrp.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A server and its transport in one, in memory: each step may be told to fail, and all that arrives is kept. */
public final class FakeServer implements Transport {
    /** Where a request may fail. */
    public enum Step {
        OPEN,
        COMMAND,
        SEND,
        RECEIVE,
        STOP,
        RELEASE
    }

    final List<MessageType> arrived = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    public final Map<Step, RuntimeException> failures = new HashMap<>();
    Primitive.Version protocol = Primitive.Version.of(2, 3);
    int room = 100_000;
    boolean silent;
    boolean closed;
    public List<Message> answers = new ArrayList<>();

    private final AtomicLong objectIds = new AtomicLong();
    private final Outbox poolOut = new Outbox(objectIds::incrementAndGet);
    private final Outbox pipelineOut = new Outbox(objectIds::incrementAndGet);
    private final Map<String, Reassembly> incoming = new HashMap<>();

    @Override
    public void open(UUID pool, byte[] fragments) {
        step(Step.OPEN);
        take("pool", fragments);
    }

    @Override
    public int room() {
        return room;
    }

    @Override
    public void command(UUID pipeline, byte[] fragments) {
        step(Step.COMMAND);
        take(pipeline.toString(), fragments);
    }

    @Override
    public void send(@Nullable UUID pipeline, Stream stream, byte[] fragments) {
        step(Step.SEND);
        take((pipeline == null ? "pool" : pipeline) + (stream == Stream.HOST_REPLY ? " pr" : ""), fragments);
    }

    @Override
    public Received receive(@Nullable UUID pipeline) {
        step(Step.RECEIVE);
        Outbox out = pipeline == null ? poolOut : pipelineOut;
        return out.isEmpty() ? Received.NOTHING : new Received(out.take(room), false);
    }

    @Override
    public void stop(UUID pipeline) {
        step(Step.STOP);
        if (!silent) {
            pipelineOut.add(state(3).encode());
        }
    }

    @Override
    public void release(UUID pipeline) {
        step(Step.RELEASE);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void step(Step step) {
        steps.add(step);
        RuntimeException failure = failures.get(step);
        if (failure != null) {
            throw failure;
        }
    }

    private void take(String stream, byte[] fragments) {
        for (byte[] bytes :
                incoming.computeIfAbsent(stream, _ -> new Reassembly()).accept(fragments)) {
            Message message = Message.decode(bytes);
            MessageType type = message.type().orElseThrow();
            arrived.add(type);
            switch (type) {
                case SESSION_CAPABILITY ->
                    pool(MessageType.SESSION_CAPABILITY, Obj.bag(new Property("protocolversion", protocol)));
                case INIT_RUNSPACEPOOL ->
                    pool(MessageType.RUNSPACEPOOL_STATE, Obj.bag(Property.of("RunspaceState", 2)));
                case GET_AVAILABLE_RUNSPACES -> {
                    if (!silent) {
                        pool(MessageType.RUNSPACE_AVAILABILITY, message.body().orElseThrow());
                    }
                }
                case CREATE_PIPELINE -> answers.forEach(answer -> pipelineOut.add(answer.encode()));
                default -> {
                    // Kept above, and that is all.
                }
            }
        }
    }

    private void pool(MessageType type, CliXml body) {
        poolOut.add(message(type, body).encode());
    }

    static Message message(MessageType type, CliXml body) {
        return new Message(Message.CLIENT, type.code(), NetGuid.ZERO, NetGuid.ZERO, Optional.of(body));
    }

    static Message output(String text) {
        return message(MessageType.PIPELINE_OUTPUT, CliXml.of(text));
    }

    public static Message state(int number) {
        return message(MessageType.PIPELINE_STATE, Obj.bag(Property.of("PipelineState", number)));
    }
}
