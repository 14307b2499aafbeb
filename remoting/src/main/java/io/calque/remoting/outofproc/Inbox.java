package io.calque.remoting.outofproc;

import io.calque.remoting.psrp.ProtocolViolation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads packets on a thread of its own and keeps them until they are wanted. The thread must run while others write, because a process that
 * can't write does not read either. Thread-safe.
 */
final class Inbox {
    /** What is kept unread before the process is made to wait, unless somebody waits for an acknowledgement that may be behind it. */
    private static final long FULL = 64L << 20;

    private static final int LINE = 16 << 20;
    private static final int BATCH = 1 << 20;
    private static final String PIPE_ERROR = "__NamedPipeError__:";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<UUID, Queue<byte[]>> data = new HashMap<>();
    private final Set<Acknowledgement> awaited = new HashSet<>();
    private final Supplier<String> farewell;
    private long kept;
    private @Nullable String gone;

    /** What the process answers to a packet. There is at most one of each on its way, because every sender waits for his own. */
    record Acknowledgement(Packet.Kind kind, UUID guid) {}

    Inbox(InputStream in, Supplier<String> farewell, String name) {
        this.farewell = farewell;
        Thread.ofPlatform().daemon().name(name).start(() -> read(in));
    }

    private void read(InputStream in) {
        String reason = "reading what the process writes failed";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)) {
            String line = line(lines);
            while (line != null) {
                if (line.startsWith(PIPE_ERROR)) {
                    end("the process reports: " + line.substring(PIPE_ERROR.length()));
                } else if (!line.isBlank()) {
                    take(Packet.read(line));
                }
                line = line(lines);
            }
            reason = farewell.get();
        } catch (IOException e) {
            reason = farewell.get();
        } catch (ProtocolViolation e) {
            reason = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            reason = "reading was interrupted";
        } finally {
            end(reason);
        }
    }

    private static @Nullable String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() >= LINE) {
                throw new ProtocolViolation("the process wrote a line of over " + LINE + " characters");
            }
            line.append((char) c);
        }
        return line.isEmpty() ? null : line.toString();
    }

    private void take(Packet packet) throws InterruptedException {
        lock.lock();
        try {
            switch (packet.kind()) {
                case DATA -> {
                    while (kept > FULL && awaited.isEmpty() && gone == null) {
                        changed.await();
                    }
                    Queue<byte[]> queue = data.get(packet.guid());
                    // Data of a pipeline that was released comes too late to matter.
                    if (queue != null) {
                        queue.add(packet.data());
                        kept += packet.data().length;
                    }
                }
                // One that nobody awaits any more came too late to matter.
                case DATA_ACK, COMMAND_ACK, SIGNAL_ACK, CLOSE_ACK ->
                    awaited.remove(new Acknowledgement(packet.kind(), packet.guid()));
                case COMMAND, SIGNAL, CLOSE ->
                    throw new ProtocolViolation(
                            "the process sent a " + packet.kind() + " packet, which only a client may");
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come, and this is why; the first reason counts. */
    void end(String reason) {
        lock.lock();
        try {
            gone = gone == null ? reason : gone;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why nothing more will come; null while something may. */
    @Nullable
    String gone() {
        lock.lock();
        try {
            return gone;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps data of that pipeline, or of the session, from here on. */
    void expect(UUID guid) {
        lock.lock();
        try {
            data.putIfAbsent(guid, new ArrayDeque<>());
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a pipeline and the data that nobody took. */
    void forget(UUID guid) {
        lock.lock();
        try {
            Queue<byte[]> queue = data.remove(guid);
            if (queue != null) {
                queue.forEach(bytes -> kept -= bytes.length);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Announces a packet that is about to be sent, so that its answer is known when it comes, whoever else waits for another. */
    Acknowledgement await(Packet.Kind kind, UUID guid) {
        lock.lock();
        try {
            Acknowledgement wanted = new Acknowledgement(kind, guid);
            awaited.add(wanted);
            changed.signalAll();
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until that acknowledgement has come; false when it did not come in time or never can. */
    boolean acknowledged(Acknowledgement wanted, long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (awaited.contains(wanted) && gone == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !awaited.remove(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            awaited.remove(wanted);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the data of a pipeline or of the session that has come, about a megabyte at most; waits a while for some. */
    byte[] take(UUID guid, long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            Queue<byte[]> queue = data.getOrDefault(guid, new ArrayDeque<>());
            while (queue.isEmpty() && gone == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            int length = 0;
            Queue<byte[]> batch = new ArrayDeque<>();
            while (!queue.isEmpty() && (length == 0 || length + queue.element().length <= BATCH)) {
                length += queue.element().length;
                batch.add(queue.remove());
            }
            byte[] all = new byte[length];
            int at = 0;
            for (byte[] bytes : batch) {
                System.arraycopy(bytes, 0, all, at, bytes.length);
                at += bytes.length;
            }
            kept -= length;
            changed.signalAll();
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new byte[0];
        } finally {
            lock.unlock();
        }
    }
}
