package io.calque.remoting.outofproc;

import io.calque.remoting.psrp.NetGuid;
import io.calque.remoting.psrp.Received;
import io.calque.remoting.psrp.Stream;
import io.calque.remoting.psrp.Transport;
import io.calque.remoting.psrp.TransportException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The out-of-process transport. Every packet waits for its acknowledgement, because the server may otherwise handle packets of one pipeline
 * out of order.
 */
public final class OutOfProcess implements Transport {
    private static final int ROOM = 32 * 1024;
    private static final long ACK_MILLIS = 60_000;
    private static final long POLL_MILLIS = 250;
    private static final long CLOSE_MILLIS = 3_000;

    private final Channel channel;
    private final OutputStream out;
    private final Inbox inbox;
    private final Set<UUID> stopped = ConcurrentHashMap.newKeySet();
    private boolean opened;
    private volatile boolean closed;

    private OutOfProcess(Channel channel) {
        this.channel = channel;
        this.out = new BufferedOutputStream(channel.output(), 1 << 16);
        this.inbox = new Inbox(channel.input(), channel::farewell, "PowerShell packets");
        inbox.expect(NetGuid.ZERO);
    }

    /**
     * Starts a process that speaks on its standard streams, such as {@code pwsh -s -NoLogo -NoProfile} or {@code ssh -s host powershell}. It
     * is ended when the transport is closed.
     *
     * @param command the program and its arguments, which no shell reads
     * @throws TransportException.NotSent when it can't be started
     */
    public static OutOfProcess start(List<String> command) {
        return new OutOfProcess(ChildProcess.start(command));
    }

    /**
     * Connects to the Unix socket of a PowerShell process.
     *
     * @throws TransportException.NotSent when nothing answers there
     */
    public static OutOfProcess connect(Path socket) {
        return new OutOfProcess(UnixSocket.connect(socket));
    }

    @Override
    public void open(UUID pool, byte[] fragments) {
        opened = true;
        data(NetGuid.ZERO, Stream.INPUT, fragments);
    }

    @Override
    public int room() {
        return ROOM;
    }

    @Override
    public void command(UUID pipeline, byte[] fragments) {
        inbox.expect(pipeline);
        // Until its data arrives the server has a name and nothing to run.
        exchange(Packet.of(Packet.Kind.COMMAND, pipeline), Packet.Kind.COMMAND_ACK, ACK_MILLIS, false);
        data(pipeline, Stream.INPUT, fragments);
    }

    @Override
    public void send(@Nullable UUID pipeline, Stream stream, byte[] fragments) {
        data(pipeline == null ? NetGuid.ZERO : pipeline, stream, fragments);
    }

    private void data(UUID guid, Stream stream, byte[] fragments) {
        exchange(Packet.data(guid, stream, fragments), Packet.Kind.DATA_ACK, ACK_MILLIS, true);
    }

    @Override
    public Received receive(@Nullable UUID pipeline) {
        UUID guid = pipeline == null ? NetGuid.ZERO : pipeline;
        boolean wasStopped = stopped.contains(guid);
        byte[] bytes = inbox.take(guid, POLL_MILLIS);
        if (Thread.currentThread().isInterrupted()) {
            throw new TransportException.MaybeSent("waiting for the process was interrupted", null);
        }
        if (bytes.length > 0) {
            return new Received(bytes, false);
        }
        String gone = inbox.gone();
        if (gone != null) {
            throw new TransportException.SessionGone(gone, true, null);
        }
        // The server acknowledges a stop only after the pipeline has ended, and may then say nothing more.
        return wasStopped ? new Received(bytes, true) : Received.NOTHING;
    }

    @Override
    public void stop(UUID pipeline) {
        exchange(Packet.of(Packet.Kind.SIGNAL, pipeline), Packet.Kind.SIGNAL_ACK, ACK_MILLIS, true);
        stopped.add(pipeline);
    }

    @Override
    public void release(UUID pipeline) {
        exchange(Packet.of(Packet.Kind.CLOSE, pipeline), Packet.Kind.CLOSE_ACK, ACK_MILLIS, false);
        stopped.remove(pipeline);
        inbox.forget(pipeline);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (opened && inbox.gone() == null) {
                exchange(Packet.of(Packet.Kind.CLOSE, NetGuid.ZERO), Packet.Kind.CLOSE_ACK, CLOSE_MILLIS, false);
            }
        } catch (TransportException e) {
            // It ends now, with or without its consent.
        }
        inbox.end("the session was closed");
        channel.close();
    }

    /**
     * Sends a packet and waits for its acknowledgement.
     *
     * @param acts whether the server may act on the packet alone
     */
    private void exchange(Packet packet, Packet.Kind acknowledgement, long millis, boolean acts) {
        String gone = inbox.gone();
        if (gone != null) {
            throw new TransportException.SessionGone(gone, false, null);
        }
        Inbox.Acknowledgement wanted = inbox.await(acknowledgement, packet.guid());
        try {
            synchronized (out) {
                out.write(packet.line().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                out.flush();
            }
        } catch (IOException e) {
            String reason = inbox.gone();
            throw new TransportException.SessionGone(reason == null ? channel.farewell() : reason, acts, e);
        }
        if (!inbox.acknowledged(wanted, millis)) {
            String reason = inbox.gone();
            if (reason != null) {
                throw new TransportException.SessionGone(reason, acts, null);
            }
            throw new TransportException.MaybeSent("the process did not acknowledge what it was sent in time", null);
        }
    }
}
