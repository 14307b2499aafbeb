package io.calque.security.forge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import javax.net.ssl.SSLSocket;

/** A server on loopback that makes the TLS handshake, keeps every byte that it is sent after that, and never answers. */
public final class ListeningServer implements AutoCloseable {
    private final ServerSocket listener;
    private final ServerIdentity identity;
    private final Prelude prelude;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Phaser conversations = new Phaser(1);

    /** What is said on the plain connection before TLS begins. */
    @FunctionalInterface
    public interface Prelude {
        /** TLS from the first byte. */
        Prelude NONE = socket -> {};

        /** Says it. */
        void run(Socket socket) throws IOException;
    }

    /** One that listens when this returns. */
    public ListeningServer(ServerIdentity identity, Prelude prelude) {
        this.identity = identity;
        this.prelude = prelude;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Its port on {@code localhost}. */
    public int port() {
        return listener.getLocalPort();
    }

    /** What was sent to it inside TLS, once all clients have hung up. */
    public String heard() {
        conversations.arriveAndAwaitAdvance();
        synchronized (heard) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                conversations.register();
                Thread.ofVirtual().start(() -> listen(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void listen(Socket socket) {
        try (socket) {
            prelude.run(socket);
            SSLSocket secure =
                    (SSLSocket) identity.server().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            InputStream in = secure.getInputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                synchronized (heard) {
                    heard.write(b);
                }
            }
        } catch (IOException e) {
            // The client does not want to talk, which is what most tests are about.
        } finally {
            conversations.arriveAndDeregister();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
