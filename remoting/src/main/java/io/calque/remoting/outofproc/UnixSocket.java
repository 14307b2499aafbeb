package io.calque.remoting.outofproc;

import io.calque.remoting.psrp.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A Unix socket on which a PowerShell process listens. */
final class UnixSocket implements Channel {
    private final SocketChannel socket;

    private UnixSocket(SocketChannel socket) {
        this.socket = socket;
    }

    static UnixSocket connect(Path path) {
        try {
            return new UnixSocket(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        } catch (IOException e) {
            throw new TransportException.NotSent("nothing answers on the socket " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public InputStream input() {
        return Channels.newInputStream(new ReadSide(socket));
    }

    @Override
    public OutputStream output() {
        return Channels.newOutputStream(new WriteSide(socket));
    }

    @Override
    public String farewell() {
        return "the other end closed the socket";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed is closed.
        }
    }

    /** One direction only: the JDK locks a channel that can do both while it reads, and writing would wait for that. */
    private record ReadSide(SocketChannel socket) implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer to) throws IOException {
            return socket.read(to);
        }

        @Override
        public boolean isOpen() {
            return socket.isOpen();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private record WriteSide(SocketChannel socket) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer from) throws IOException {
            return socket.write(from);
        }

        @Override
        public boolean isOpen() {
            return socket.isOpen();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
