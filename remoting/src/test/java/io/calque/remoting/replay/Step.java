package io.calque.remoting.replay;

import io.calque.remoting.replay.Conversation.Exchange;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Exchanges that belong together, because how many requests they take is each client's own affair: a run of requests that bring
 * fragments to one command, a run of polls for one command, or one other request.
 */
record Step(Kind kind, List<Exchange> exchanges) {
    enum Kind {
        BRING,
        POLL,
        SIGNAL,
        DELETE
    }

    private static final Set<String> BRINGING = Set.of("Create", "Command", "Send");

    /** The steps up to the first request of a kind that the client does not know how to make, such as Disconnect; looks at the server are left out. */
    static List<Step> of(Conversation conversation) {
        var steps = new ArrayList<Step>();
        for (var exchange : conversation.exchanges()) {
            var action = exchange.request().action();
            if (BRINGING.contains(action)) {
                add(steps, Kind.BRING, exchange, action.equals("Send"));
            } else if (action.equals("Receive")) {
                add(steps, Kind.POLL, exchange, true);
            } else if (action.equals("Signal")) {
                add(steps, Kind.SIGNAL, exchange, false);
            } else if (action.equals("Delete")) {
                add(steps, Kind.DELETE, exchange, false);
            } else if (!action.equals("Get") && !action.equals("Enumerate") && !action.equals("Pull")) {
                break;
            }
        }
        return List.copyOf(steps);
    }

    /** The steps shell by shell, PowerShell's only: each ends where its shell is deleted. */
    static List<List<Step>> byShell(Conversation conversation) {
        var shells = new ArrayList<List<Step>>();
        var begun = false;
        for (var step : of(conversation)) {
            if (!begun) {
                shells.add(new ArrayList<>());
                begun = true;
            }
            shells.getLast().add(step);
            begun = step.kind() != Kind.DELETE;
        }
        shells.removeIf(
                steps -> steps.getFirst().first().request().first("creationXml").isEmpty());
        return shells;
    }

    private static void add(List<Step> steps, Kind kind, Exchange exchange, boolean mayContinue) {
        var last = steps.isEmpty() ? null : steps.getLast();
        if (mayContinue && last != null && last.kind() == kind && !last.failed() && last.about(exchange)) {
            last.exchanges().add(exchange);
        } else {
            steps.add(new Step(kind, new ArrayList<>(List.of(exchange))));
        }
    }

    private boolean about(Exchange exchange) {
        var first = exchanges.getFirst().request();
        var sameCommand = exchange.request().command().equals(commandId());
        return sameCommand
                && (kind == Kind.POLL
                        || first.action().equals("Create")
                        || exchange.request().stream().equals(stream()));
    }

    private String stream() {
        return exchanges.getLast().request().stream();
    }

    /** The command as the server calls it; empty for the shell. */
    String commandId() {
        var first = exchanges.getFirst();
        return first.request().action().equals("Command")
                ? first.response()
                        .first("CommandId")
                        .map(e -> e.getTextContent().strip())
                        .orElse(first.request().command())
                : first.request().command();
    }

    Exchange first() {
        return exchanges.getFirst();
    }

    /** Whether it ends with a fault, other than a poll's time-out. */
    boolean failed() {
        var last = exchanges.getLast();
        return last.response().fault() && !(kind == Kind.POLL && last.response().faultCode() == 2_150_858_793L);
    }

    /** Whether the last poll said that the command is done with. */
    boolean done() {
        return exchanges.getLast().response().done();
    }

    byte[] brought() {
        var bytes = new ByteArrayOutputStream();
        exchanges.forEach(e -> bytes.writeBytes(e.request().fragments()));
        return bytes.toByteArray();
    }

    byte[] received() {
        var bytes = new ByteArrayOutputStream();
        exchanges.stream()
                .filter(e -> !e.response().fault())
                .forEach(e -> bytes.writeBytes(e.response().fragments()));
        return bytes.toByteArray();
    }
}
