package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Primitive.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one runspace pool with one runspace, without any input or output: bytes that came go in by {@link #accept}, bytes to
 * send wait in {@link #outbox} (MS-PSRP 3.1). Not thread-safe.
 */
public final class RunspacePool {
    private final UUID id;
    private final KeyExchange keys;
    private final AtomicLong objectIds = new AtomicLong();
    private final Outbox outbox = new Outbox(objectIds::incrementAndGet);
    private final Outbox hostReplies = new Outbox(objectIds::incrementAndGet);
    private final Reassembly incoming = new Reassembly();
    private PoolState state = PoolState.BEFORE_OPEN;
    private Version protocol = Bodies.PROTOCOL;
    private @Nullable CliXml privateData;
    private @Nullable ErrorRecord reason;
    private boolean keySent;
    private long calls;
    private long answered;

    /** A pool of that id, with that key for its secrets. */
    public RunspacePool(UUID id, KeyExchange keys) {
        this.id = id;
        this.keys = keys;
    }

    /** The pool's id. */
    public UUID id() {
        return id;
    }

    /** Where it stands. */
    public PoolState state() {
        return state;
    }

    /** The protocol both sides speak: the server's, but never over 2.3. Known once the server has answered. */
    public Version protocol() {
        return protocol;
    }

    /** What the server said about itself; empty until it did. */
    public Optional<CliXml> privateData() {
        return Optional.ofNullable(privateData);
    }

    /** Why the pool broke; empty when it did not or the server gave no reason. */
    public Optional<ErrorRecord> reason() {
        return Optional.ofNullable(reason);
    }

    /** The key for secrets. */
    public KeyExchange keys() {
        return keys;
    }

    /** What waits to be sent on the pool's own stream. */
    public Outbox outbox() {
        return outbox;
    }

    /** Refusals that wait to be sent on the pool's stream for host replies. */
    public Outbox hostReplies() {
        return hostReplies;
    }

    /** Puts the first two messages into the outbox. */
    public void open() {
        if (state != PoolState.BEFORE_OPEN) {
            throw new IllegalStateException("the pool was opened before");
        }
        send(MessageType.SESSION_CAPABILITY, Bodies.sessionCapability());
        send(MessageType.INIT_RUNSPACEPOOL, Bodies.initRunspacePool());
        state = PoolState.NEGOTIATION_SENT;
    }

    /**
     * A pipeline of that id; its first message waits in its own outbox.
     *
     * @param input whether objects will be fed to it
     */
    public Pipeline start(UUID pipeline, List<Command> commands, boolean input) {
        if (state != PoolState.OPENED) {
            throw new IllegalStateException("the pool is " + state);
        }
        return new Pipeline(this, pipeline, commands, input, objectIds::incrementAndGet);
    }

    /** Shows the server this side's key, once, so that it sends the session key. */
    public void exchangeKeys() {
        if (!keySent) {
            keySent = true;
            send(MessageType.PUBLIC_KEY, Bodies.publicKey(keys.publicKey()));
        }
    }

    /** Asks the server for the number of free runspaces: a question that it answers even while a pipeline runs. */
    public void ping() {
        send(MessageType.GET_AVAILABLE_RUNSPACES, Bodies.availableRunspaces(++calls));
    }

    /** Whether the last {@link #ping} was answered. */
    public boolean pinged() {
        return answered == calls;
    }

    /**
     * Takes bytes of the pool's own stream.
     *
     * @throws ProtocolViolation when they break the protocol
     */
    public void accept(byte[] fragments) {
        for (byte[] bytes : incoming.accept(fragments)) {
            handle(Message.decode(bytes));
        }
    }

    private void handle(Message message) {
        if (message.destination() != Message.CLIENT
                || message.type().isEmpty()
                || message.body().isEmpty()) {
            return;
        }
        CliXml body = message.body().get();
        switch (message.type().get()) {
            case SESSION_CAPABILITY -> negotiate(body);
            case APPLICATION_PRIVATE_DATA -> privateData = body;
            case RUNSPACEPOOL_STATE -> changeState(body);
            case RUNSPACE_AVAILABILITY ->
                answered =
                        ErrorRecord.property(body, "ci").flatMap(CliXml::asLong).orElse(answered);
            case PUBLIC_KEY_REQUEST -> exchangeKeys();
            case ENCRYPTED_SESSION_KEY -> keys.accept(ErrorRecord.text(body, "EncryptedSessionKey"));
            case RUNSPACEPOOL_HOST_CALL ->
                HostMethod.read(body)
                        .answer()
                        .ifPresent(answer -> hostReplies.add(message(MessageType.RUNSPACEPOOL_HOST_RESPONSE, answer)
                                .encode()));
            case RUNSPACEPOOL_INIT_DATA, USER_EVENT -> {
                // Says nothing that a client with one runspace needs.
            }
            case INIT_RUNSPACEPOOL,
                    PUBLIC_KEY,
                    CONNECT_RUNSPACEPOOL,
                    SET_MAX_RUNSPACES,
                    SET_MIN_RUNSPACES,
                    CREATE_PIPELINE,
                    GET_AVAILABLE_RUNSPACES,
                    GET_COMMAND_METADATA,
                    RESET_RUNSPACE_STATE,
                    RUNSPACEPOOL_HOST_RESPONSE,
                    PIPELINE_INPUT,
                    END_OF_PIPELINE_INPUT,
                    PIPELINE_OUTPUT,
                    ERROR_RECORD,
                    PIPELINE_STATE,
                    DEBUG_RECORD,
                    VERBOSE_RECORD,
                    WARNING_RECORD,
                    PROGRESS_RECORD,
                    INFORMATION_RECORD,
                    PIPELINE_HOST_CALL,
                    PIPELINE_HOST_RESPONSE ->
                throw new ProtocolViolation(
                        "the server sent a " + message.type().get() + " to the pool");
        }
    }

    private void negotiate(CliXml body) {
        Version theirs = ErrorRecord.property(body, "protocolversion")
                .flatMap(value -> value instanceof Version version ? Optional.of(version) : Optional.empty())
                .orElseThrow(() -> new ProtocolViolation("the server did not say which protocol it speaks"));
        if (theirs.major() != 2 || theirs.minor() < 1) {
            throw new ProtocolViolation("the server speaks protocol " + theirs + "; Calque speaks 2.1 to 2.3");
        }
        protocol = theirs.atLeast(2, 3) ? Bodies.PROTOCOL : theirs;
        state = PoolState.NEGOTIATION_SUCCEEDED;
    }

    private void changeState(CliXml body) {
        ErrorRecord.property(body, "RunspaceState")
                .flatMap(CliXml::asLong)
                .flatMap(PoolState::of)
                .ifPresent(next -> {
                    state = next;
                    reason = ErrorRecord.property(body, "ExceptionAsErrorRecord")
                            .map(ErrorRecord::of)
                            .orElse(null);
                });
    }

    private void send(MessageType type, CliXml body) {
        outbox.add(message(type, body).encode());
    }

    private Message message(MessageType type, CliXml body) {
        return Message.toServer(type, id, NetGuid.ZERO, Optional.of(body));
    }
}
