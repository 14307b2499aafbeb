package io.calque.remoting.replay;

import io.calque.remoting.psrp.Message;
import io.calque.remoting.psrp.MessageType;
import io.calque.remoting.psrp.Reassembly;
import io.calque.remoting.replay.Conversation.Exchange;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One recorded shell by its answers: what the server sent for the pool and for each command, whoever asked and how often. */
record RecordedShell(List<Step> steps) {
    static RecordedShell of(List<Step> steps) {
        return new RecordedShell(steps);
    }

    /** Whether a plain client could have held it: opened, commands one after the other, nothing failed, nothing stopped, no host asked, no secrets. */
    boolean isPlain() {
        return !poolSends(MessageType.ENCRYPTED_SESSION_KEY)
                && commands().stream().distinct().count()
                        == commands().size() // a pipeline that was run again kept its id
                && steps.stream().noneMatch(Step::failed)
                && steps.getFirst().first().request().action().equals("Create")
                && commands().stream()
                        .allMatch(c -> new String(output(c), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains("PipelineState"))
                && !commands().isEmpty()
                && steps.stream()
                        .noneMatch(s -> s.kind() == Step.Kind.BRING
                                && s.first().request().stream().equals("pr"))
                && inTurn();
    }

    private boolean poolSends(MessageType type) {
        return new Reassembly()
                .accept(output(0)).stream().anyMatch(m -> Message.decode(m).code() == type.code());
    }

    /** Whether each command was polled to its end before the next one began. */
    private boolean inTurn() {
        var begun = "";
        for (var step : steps) {
            if (step.first().request().action().equals("Command")) {
                begun = step.commandId();
            } else if (step.kind() == Step.Kind.POLL
                    && !step.commandId().isEmpty()
                    && !step.commandId().equals(begun)) {
                return false;
            }
        }
        return true;
    }

    Exchange create() {
        return steps.getFirst().first();
    }

    /** The recorded requests that began commands, in order. */
    List<Exchange> starts() {
        return steps.stream()
                .map(Step::first)
                .filter(e -> e.request().action().equals("Command"))
                .toList();
    }

    private List<String> commands() {
        return steps.stream()
                .filter(s -> s.first().request().action().equals("Command"))
                .map(Step::commandId)
                .toList();
    }

    /** The ids that the recorded client chose: the pool's, then each pipeline's. */
    List<UUID> ids() {
        var ids = new ArrayList<UUID>();
        ids.add(UUID.fromString(create().request().first("Shell").orElseThrow().getAttribute("ShellId")));
        starts().forEach(e -> ids.add(UUID.fromString(e.request().command())));
        return ids;
    }

    /** All that was sent for the pool (0) or for the n-th pipeline. */
    byte[] output(int number) {
        return output(number == 0 ? "" : commands().get(number - 1));
    }

    byte[] output(String command) {
        var bytes = new ByteArrayOutputStream();
        steps.stream()
                .filter(s -> s.kind() == Step.Kind.POLL && s.commandId().equalsIgnoreCase(command))
                .forEach(s -> bytes.writeBytes(s.received()));
        return bytes.toByteArray();
    }
}
