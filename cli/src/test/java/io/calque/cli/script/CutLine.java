package io.calque.cli.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A line to a server that breaks after some bytes of its answers, as when the server dies half way. */
final class CutLine implements AutoCloseable {
    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final long most;

    /** A line to a server; {@code most} bytes come back through each connection. */
    CutLine(String host, int port, long most) throws IOException {
        this.listening = new ServerSocket(0, 10, InetAddress.getByName(host));
        this.host = host;
        this.port = port;
        this.most = most;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                Socket far = new Socket(host, port);
                Thread.ofVirtual().start(() -> pump(near, far, Long.MAX_VALUE));
                Thread.ofVirtual().start(() -> pump(far, near, most));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pump(Socket from, Socket to, long most) {
        byte[] buffer = new byte[4096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            long passed = 0;
            for (int n = in.read(buffer); n >= 0 && passed + n < most; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                passed += n;
            }
        } catch (IOException e) {
            // The other end is gone, which is what this class is for.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
