package io.calque.remoting.replay;

import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.ScriptedServer;
import io.calque.remoting.http.ScriptedServer.Reply;
import io.calque.remoting.http.ScriptedServer.Seen;
import io.calque.remoting.http.TestCertificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Gives a client what a recorded shell gave, whatever it asks for; cut anew at random where wanted. */
final class LenientServer implements AutoCloseable {
    private final RecordedShell shell;
    private final Pieces pieces;
    private final ScriptedServer server;
    private final Map<String, Integer> delivered = new HashMap<>();
    private int begun;

    LenientServer(RecordedShell shell, boolean cut, long seed) {
        this.shell = shell;
        this.pieces = new Pieces(cut, new Random(seed));
        this.server = new ScriptedServer(TestCertificate.localhost(), (n, request) -> answer(request));
    }

    HttpsUrl url() {
        return server.url();
    }

    private synchronized Reply answer(Seen seen) {
        if (seen.body().isEmpty()) {
            return ScriptedServer.ok("");
        }
        var request = Envelope.parse(seen.body());
        return switch (request.action()) {
            case "Create" -> ScriptedServer.ok(shell.create().responseText());
            case "Command" -> ScriptedServer.ok(shell.starts().get(begun++).responseText());
            case "Receive" -> receive(request.command().toUpperCase(Locale.ROOT));
            default -> ScriptedServer.ok(Pieces.envelope(""));
        };
    }

    private Reply receive(String command) {
        var all = shell.output(command);
        var from = delivered.getOrDefault(command, 0);
        if (from >= all.length || pieces.timesOut()) {
            return Pieces.TIMED_OUT;
        }
        var to = pieces.end(from, all.length);
        delivered.put(command, to);
        return pieces.output(all, from, to, to == all.length && !command.isEmpty());
    }

    @Override
    public void close() {
        server.close();
    }
}
