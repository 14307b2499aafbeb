package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.PipelineEvent.Remark.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one pipeline, without any input or output (MS-PSRP 3.1). Made by {@link RunspacePool#start}. Not thread-safe.
 */
public final class Pipeline {
    private final RunspacePool pool;
    private final UUID id;
    private final Outbox outbox;
    private final Outbox hostReplies;
    private final Reassembly incoming = new Reassembly();
    private final boolean takesInput;
    private boolean inputEnded;
    private PipelineState state = PipelineState.NOT_STARTED;
    private @Nullable ErrorRecord reason;

    Pipeline(RunspacePool pool, UUID id, List<Command> commands, boolean input, LongSupplier objectIds) {
        this.pool = pool;
        this.id = id;
        this.takesInput = input;
        outbox = new Outbox(objectIds);
        hostReplies = new Outbox(objectIds);
        List<Command> sealed = commands.stream()
                .map(command -> new Command(
                        command.name(),
                        command.parameters().stream()
                                .map(p -> new Parameter(p.name(), Secrets.sealed(p.value(), pool.keys())))
                                .toList()))
                .toList();
        send(outbox, MessageType.CREATE_PIPELINE, Optional.of(Bodies.createPipeline(sealed, input, pool.protocol())));
    }

    /** Whether any of these commands carries a secret, so that keys must be exchanged before. */
    public static boolean needsKeys(List<Command> commands) {
        return commands.stream().flatMap(c -> c.parameters().stream()).anyMatch(p -> Secrets.areIn(p.value()));
    }

    /** Whether this object carries a secret, so that keys must be exchanged before. */
    public static boolean needsKeys(CliXml value) {
        return Secrets.areIn(value);
    }

    /** The pipeline's id. */
    public UUID id() {
        return id;
    }

    /** Where it stands, by what the server said. */
    public PipelineState state() {
        return state;
    }

    /** Why it failed or stopped; empty when it did neither or the server gave no reason. */
    public Optional<ErrorRecord> reason() {
        return Optional.ofNullable(reason);
    }

    /** What waits to be sent on its stream of commands and input. */
    public Outbox outbox() {
        return outbox;
    }

    /** Refusals that wait to be sent on its stream for host replies. */
    public Outbox hostReplies() {
        return hostReplies;
    }

    /** Feeds one object. Secrets in it are encrypted, which needs the keys exchanged. */
    public void input(CliXml value) {
        if (!takesInput || inputEnded) {
            throw new IllegalStateException("this pipeline takes no input");
        }
        send(outbox, MessageType.PIPELINE_INPUT, Optional.of(Secrets.sealed(value, pool.keys())));
    }

    /** Says that there is no more input. */
    public void endInput() {
        if (takesInput && !inputEnded) {
            inputEnded = true;
            send(outbox, MessageType.END_OF_PIPELINE_INPUT, Optional.empty());
        }
    }

    /**
     * Takes bytes of the pipeline's stream and gives what they tell.
     *
     * @throws ProtocolViolation when they break the protocol
     */
    public List<PipelineEvent> accept(byte[] fragments) {
        List<PipelineEvent> events = new ArrayList<>();
        for (byte[] bytes : incoming.accept(fragments)) {
            Message message = Message.decode(bytes);
            if (message.destination() == Message.CLIENT) {
                message.type().ifPresent(type -> message.body().ifPresent(body -> handle(type, body, events)));
            }
        }
        return events;
    }

    private void handle(MessageType type, CliXml body, List<PipelineEvent> events) {
        switch (type) {
            case PIPELINE_OUTPUT -> events.add(new PipelineEvent.Output(body));
            case ERROR_RECORD -> events.add(new PipelineEvent.NonTerminatingError(ErrorRecord.of(body)));
            case WARNING_RECORD -> events.add(remark(Level.WARNING, body));
            case VERBOSE_RECORD -> events.add(remark(Level.VERBOSE, body));
            case DEBUG_RECORD -> events.add(remark(Level.DEBUG, body));
            case PROGRESS_RECORD -> events.add(progress(body));
            case INFORMATION_RECORD -> events.add(information(body));
            case PIPELINE_STATE -> changeState(body, events);
            case PIPELINE_HOST_CALL -> {
                HostMethod.Call call = HostMethod.read(body);
                events.add(call.event());
                call.answer()
                        .ifPresent(
                                answer -> send(hostReplies, MessageType.PIPELINE_HOST_RESPONSE, Optional.of(answer)));
            }
            case SESSION_CAPABILITY,
                    INIT_RUNSPACEPOOL,
                    PUBLIC_KEY,
                    ENCRYPTED_SESSION_KEY,
                    PUBLIC_KEY_REQUEST,
                    CONNECT_RUNSPACEPOOL,
                    SET_MAX_RUNSPACES,
                    SET_MIN_RUNSPACES,
                    RUNSPACE_AVAILABILITY,
                    RUNSPACEPOOL_STATE,
                    CREATE_PIPELINE,
                    GET_AVAILABLE_RUNSPACES,
                    USER_EVENT,
                    APPLICATION_PRIVATE_DATA,
                    GET_COMMAND_METADATA,
                    RUNSPACEPOOL_INIT_DATA,
                    RESET_RUNSPACE_STATE,
                    RUNSPACEPOOL_HOST_CALL,
                    RUNSPACEPOOL_HOST_RESPONSE,
                    PIPELINE_INPUT,
                    END_OF_PIPELINE_INPUT,
                    PIPELINE_HOST_RESPONSE ->
                throw new ProtocolViolation("the server sent a " + type + " to a pipeline");
        }
    }

    private void changeState(CliXml body, List<PipelineEvent> events) {
        ErrorRecord.property(body, "PipelineState")
                .flatMap(CliXml::asLong)
                .flatMap(PipelineState::of)
                .ifPresent(next -> {
                    state = next;
                    reason = ErrorRecord.property(body, "ExceptionAsErrorRecord")
                            .map(ErrorRecord::of)
                            .orElse(null);
                    events.add(new PipelineEvent.StateChanged(next, reason));
                });
    }

    private static PipelineEvent remark(Level level, CliXml body) {
        String text = ErrorRecord.property(body, "InformationalRecord_Message")
                .flatMap(CliXml::asText)
                .orElse(body.asText().orElse(""));
        return new PipelineEvent.Remark(level, text);
    }

    private static PipelineEvent progress(CliXml body) {
        return new PipelineEvent.Progress(
                ErrorRecord.text(body, "Activity"),
                number(body, "ActivityId"),
                ErrorRecord.text(body, "StatusDescription"),
                ErrorRecord.text(body, "CurrentOperation"),
                number(body, "PercentComplete"),
                number(body, "SecondsRemaining"),
                ErrorRecord.property(body, "Type").flatMap(CliXml::asLong).orElse(0L) == 1);
    }

    private static int number(CliXml body, String name) {
        return ErrorRecord.property(body, name)
                .flatMap(CliXml::asLong)
                .orElse(-1L)
                .intValue();
    }

    private static PipelineEvent information(CliXml body) {
        List<String> tags = ErrorRecord.property(body, "Tags").map(CliXml::asList).orElse(List.of()).stream()
                .flatMap(tag -> tag.asText().stream())
                .toList();
        CliXml data = ErrorRecord.property(body, "MessageData").orElse(CliXml.nil());
        return new PipelineEvent.Information(data, ErrorRecord.text(body, "Source"), tags);
    }

    private void send(Outbox to, MessageType type, Optional<CliXml> body) {
        to.add(Message.toServer(type, pool.id(), id, body).encode());
    }
}
