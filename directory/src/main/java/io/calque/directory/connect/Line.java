package io.calque.directory.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The encrypted stream of a session, for reads that are done in bytes. Whoever uses it leaves it as found: all that was asked for is read.
 * One thread at a time, and none while the session itself is asked.
 */
public final class Line {
    private final Socket socket;

    Line(Socket socket) {
        this.socket = socket;
    }

    /** What the server says; silence is borne as long as for any other request. */
    public InputStream in() throws IOException {
        socket.setSoTimeout((int) Dial.ANSWER_MILLIS);
        return socket.getInputStream();
    }

    /** What is said to the server: one write for each message. */
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }
}
