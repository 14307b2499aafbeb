package io.calque.remoting.psrp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the messages of one stream together again, however the bytes were cut on their way: fragments may share a packet or be split over
 * several. As strict as PowerShell's own receiver (MS-PSRP 2.2.4). Never reserves memory because a length says so. Not thread-safe.
 */
public final class Reassembly {
    /** The greatest message taken, in bytes: what PowerShell's own client takes. */
    public static final int MAX_MESSAGE = 200 << 20;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private byte[] rest = {};
    private long objectId;
    private long nextFragment;
    private boolean open;

    /**
     * Takes bytes and gives the messages they complete, header and body, in order.
     *
     * @throws ProtocolViolation when the fragments contradict each other
     */
    public List<byte[]> accept(byte[] bytes) {
        List<byte[]> complete = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(joined(bytes));
        while (in.remaining() >= Fragment.HEADER) {
            in.mark();
            Fragment.Header header = Fragment.read(in);
            check(header);
            if (in.remaining() < header.length()) {
                in.reset();
                break;
            }
            message.write(in.array(), in.position(), header.length());
            in.position(in.position() + header.length());
            objectId = header.objectId();
            nextFragment++;
            open = !header.end();
            if (header.end()) {
                complete.add(message.toByteArray());
                message.reset();
                nextFragment = 0;
            }
        }
        rest = new byte[in.remaining()];
        in.get(rest);
        return complete;
    }

    /** Whether a message or a fragment is still incomplete. */
    public boolean isBroken() {
        return open || rest.length > 0;
    }

    private byte[] joined(byte[] bytes) {
        if (rest.length == 0) {
            return bytes;
        }
        byte[] all = new byte[rest.length + bytes.length];
        System.arraycopy(rest, 0, all, 0, rest.length);
        System.arraycopy(bytes, 0, all, rest.length, bytes.length);
        return all;
    }

    private void check(Fragment.Header header) {
        if (header.objectId() <= 0) {
            throw new ProtocolViolation("a fragment has the object number " + header.objectId());
        }
        if (header.length() <= 0 || header.length() > MAX_MESSAGE - message.size()) {
            throw new ProtocolViolation("a fragment is empty, or its message is larger than " + MAX_MESSAGE + " bytes");
        }
        if (header.start() == open || (open && header.objectId() != objectId)) {
            throw new ProtocolViolation("a fragment belongs to another message than the one that is not finished");
        }
        if (header.fragmentId() != nextFragment) {
            throw new ProtocolViolation("fragment " + header.fragmentId() + " came where " + nextFragment + " was due");
        }
    }
}
