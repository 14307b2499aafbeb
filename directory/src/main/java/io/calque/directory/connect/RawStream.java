package io.calque.directory.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * The encrypted stream of a session, for reads that are done in bytes. Whoever uses it leaves it as found: all that was asked for is read.
 * One thread at a time, and none while the session itself is asked.
 */
public final class RawStream {
    private final Socket socket;
    private final BufferedSocket beneath;
    private final Duration silence;

    /** The stream of a socket over another; a silence longer than {@code silence} ends a read. */
    RawStream(Socket socket, BufferedSocket beneath, Duration silence) {
        this.socket = socket;
        this.beneath = beneath;
        this.silence = silence;
    }

    /** What the server says; a read times out like any other request. */
    public InputStream in() throws IOException {
        socket.setSoTimeout((int) silence.toMillis());
        return socket.getInputStream();
    }

    /**
     * Tells that so many bytes are thought to be under way, 0 or less where nothing is known. While they are many, reading waits a moment
     * for several entries at once; how many really come makes no difference to what is read.
     */
    public void expect(int bytes) {
        beneath.expect(bytes);
    }

    /** What is said to the server: one write for each message. */
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }
}
