package io.calque.remoting.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A TLS server on loopback that answers as a script says, byte by byte where the test wants it. */
public final class ScriptedServer implements AutoCloseable {
    /** What a request looked like on the wire. */
    public record Seen(int connection, String head, String body) {
        /** The value of a header; empty when it is not there. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** What to do about a request. */
    public sealed interface Reply {
        /** Write these bytes and go on. */
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(byte[] bytes) implements Reply {}

        /** Write these bytes one at a time with a pause before each. */
        @SuppressWarnings("ArrayRecordComponent")
        record Drip(byte[] bytes, Duration pause) implements Reply {}

        /** Write these bytes and hang up. */
        @SuppressWarnings("ArrayRecordComponent")
        record Last(byte[] bytes) implements Reply {}
    }

    /** Answers the n-th request (from 0). */
    public interface Script {
        /** The reply. */
        Reply answer(int number, Seen request);
    }

    private final SSLServerSocket listener;
    private final Script script;
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<SSLSocket> open = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();

    /** A server with that certificate, listening when this returns. */
    public ScriptedServer(TestCertificate certificate, Script script) {
        this.script = script;
        try {
            listener = (SSLServerSocket) certificate
                    .server()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** An ordinary answer. */
    public static Reply ok(String body) {
        return new Reply.Bytes(message(200, "", body));
    }

    /** An answer with status, further header lines (each ended by CRLF) and a body. */
    public static byte[] message(int status, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Its address. */
    public HttpsUrl url() {
        return HttpsUrl.parse("https://localhost:" + listener.getLocalPort() + "/OcsPowershell");
    }

    /** All requests so far. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void accept() {
        try {
            while (true) {
                var socket = (SSLSocket) listener.accept();
                open.add(socket);
                var number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(SSLSocket socket, int connection) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (var request = read(in, connection); request != null; request = read(in, connection)) {
                int number;
                synchronized (seen) {
                    number = seen.size();
                    seen.add(request);
                }
                var out = socket.getOutputStream();
                switch (script.answer(number, request)) {
                    case Reply.Bytes reply -> out.write(reply.bytes());
                    case Reply.Drip drip -> {
                        for (byte b : drip.bytes()) {
                            Thread.sleep(drip.pause());
                            out.write(b);
                        }
                    }
                    case Reply.Last last -> {
                        out.write(last.bytes());
                        return;
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client is gone, which is what some tests want.
        }
    }

    private static @org.jspecify.annotations.Nullable Seen read(InputStream in, int connection) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) {
                return null;
            }
            head.append((char) b);
        }
        var length = new Seen(connection, head.toString(), "").header("Content-Length");
        var body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Seen(connection, head.toString(), new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var socket : List.copyOf(open)) {
                socket.close();
            }
        } catch (IOException e) {
            // Gone already.
        }
    }
}
