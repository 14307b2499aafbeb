package io.calque.remoting.replay;

import io.calque.remoting.http.ScriptedServer;
import io.calque.remoting.http.ScriptedServer.Reply;
import io.calque.remoting.http.ScriptedServer.Seen;
import io.calque.remoting.http.TestCertificate;
import io.calque.remoting.psrp.Reassembly;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Plays a conversation back, step by step, and compares what the client asks with what was asked then: action, resource, shell,
 * command, stream, options, signal, and the messages as trees. Answers come as recorded, or cut anew at random places with polls
 * that time out in between.
 */
final class ReplayServer implements AutoCloseable {
    private final List<Step> steps;
    private final Pieces pieces;
    private final ScriptedServer server;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> brought = new ArrayList<>();
    private Reassembly incoming = new Reassembly();
    private int at;
    private int exchange;
    private int delivered;

    ReplayServer(List<Step> steps, boolean cut, long seed) {
        this.steps = steps;
        this.pieces = new Pieces(cut, new Random(seed));
        this.server = new ScriptedServer(TestCertificate.localhost(), (n, request) -> answer(request));
    }

    ScriptedServer server() {
        return server;
    }

    /** What did not match, in words; empty when all did. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many steps were played to their end. */
    synchronized int played() {
        return at;
    }

    private synchronized Reply answer(Seen seen) {
        if (seen.body().isEmpty()) {
            return ScriptedServer.ok("");
        }
        var request = Envelope.parse(seen.body());
        if (at >= steps.size()) {
            wrong.add("unexpected " + request.action() + " after the end");
            return new Reply.Bytes(ScriptedServer.message(500, "", ""));
        }
        var step = steps.get(at);
        compare(request, step);
        return switch (step.kind()) {
            case BRING -> bring(request, step);
            case POLL -> pieces.cut() && !step.failed() ? piece(step) : poll(step);
            case SIGNAL, DELETE -> {
                at++;
                yield text(step.first());
            }
        };
    }

    private void compare(Envelope request, Step step) {
        var expected = step.first().request();
        check("action", exchange > 0 && step.kind() == Step.Kind.BRING ? "Send" : expected.action(), request.action());
        check("resource", expected.resource(), request.resource());
        check(
                "shell",
                expected.action().equals("Create") && exchange > 0
                        ? step.first().response().shell()
                        : expected.shell(),
                request.shell());
        check(
                "command",
                exchange > 0 && expected.action().equals("Command") ? step.commandId() : expected.command(),
                request.command());
        check("signal", expected.signal(), request.signal());
        if (exchange == 0) {
            check("stream", expected.stream(), request.stream());
            // A client may ask for more than another did, such as no profile; it may not leave out what makes the
            // protocol.
            check("options", "true", Boolean.toString(expected.options().containsAll(request.options())));
        }
    }

    private void check(String what, String expected, String actual) {
        if (!expected.equalsIgnoreCase(actual)) {
            wrong.add("step " + at + ", " + what + ": " + actual + " instead of " + expected);
        }
    }

    private Reply bring(Envelope request, Step step) {
        brought.addAll(Trees.of(incoming, request.fragments()));
        var expected = Trees.of(step.brought()).messages();
        var reply = exchange == 0 || step.failed()
                ? text(step.first())
                : ScriptedServer.ok(Pieces.envelope("<rsp:SendResponse/>"));
        exchange++;
        if (brought.size() >= expected.size() || step.failed()) {
            if (!brought.equals(expected)) {
                wrong.add("step " + at + ", messages: " + brought + " instead of " + expected);
            }
            brought.clear();
            incoming = new Reassembly();
            next();
        }
        return reply;
    }

    private Reply poll(Step step) {
        var reply = text(step.exchanges().get(exchange));
        exchange++;
        if (exchange == step.exchanges().size()) {
            next();
        }
        return reply;
    }

    /** A random piece of what is left of the step, or a time-out. */
    private Reply piece(Step step) {
        exchange++;
        if (pieces.timesOut()) {
            return Pieces.TIMED_OUT;
        }
        var all = step.received();
        var from = delivered;
        delivered = pieces.end(from, all.length);
        var last = delivered == all.length;
        var reply = pieces.output(all, from, delivered, last && step.done());
        if (last) {
            next();
        }
        return reply;
    }

    private void next() {
        at++;
        exchange = 0;
        delivered = 0;
    }

    private static Reply text(Conversation.Exchange exchange) {
        return new Reply.Bytes(ScriptedServer.message(
                exchange.status(), "Content-Type: application/soap+xml;charset=UTF-8\r\n", exchange.responseText()));
    }

    @Override
    public void close() {
        server.close();
    }
}
