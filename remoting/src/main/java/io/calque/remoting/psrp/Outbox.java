package io.calque.remoting.psrp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * Messages that wait to be sent on one stream, cut into fragments as a request has room (MS-PSRP 2.2.4). One message is finished before the
 * next begins, because a stream may not interleave them. Not thread-safe.
 */
public final class Outbox {
    private final LongSupplier objectIds;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long objectId;
    private long fragmentId;
    private int sent;

    /**
     * An empty outbox.
     *
     * @param objectIds gives each message its number, from 1; shared by all streams of a pool
     */
    public Outbox(LongSupplier objectIds) {
        this.objectIds = objectIds;
    }

    /** Puts a whole message, header and body, behind those that wait. */
    public void add(byte[] message) {
        waiting.add(message);
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether at least that many bytes of fragments wait. */
    public boolean fills(int room) {
        long bytes = -sent;
        for (byte[] message : waiting) {
            bytes += message.length + Fragment.HEADER;
            if (bytes >= room) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the next fragments, as many as fit.
     *
     * @param room at most that many bytes, more than a fragment's header
     */
    public byte[] take(int room) {
        if (room <= Fragment.HEADER) {
            throw new IllegalArgumentException("no room for a fragment: " + room);
        }
        ByteBuffer out = ByteBuffer.allocate(room);
        while (!waiting.isEmpty() && out.remaining() > Fragment.HEADER) {
            byte[] message = waiting.element();
            if (sent == 0) {
                objectId = objectIds.getAsLong();
                fragmentId = 0;
            }
            int length = Math.min(message.length - sent, out.remaining() - Fragment.HEADER);
            boolean end = sent + length == message.length;
            Fragment.write(out, objectId, fragmentId++, sent == 0, end, message, sent, length);
            sent += length;
            if (end) {
                waiting.remove();
                sent = 0;
            }
        }
        byte[] fragments = new byte[out.position()];
        out.flip().get(fragments);
        return fragments;
    }
}
