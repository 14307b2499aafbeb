package io.calque.lync.live;

import io.calque.remoting.session.Session;
import io.calque.remoting.session.SessionFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several sessions with one server, opened when they are wanted. Used by one thread; hands its work to others. */
final class Sessions implements AutoCloseable {
    private final Supplier<Session> opener;
    private final Executor executor;

    /** Each lane touches its own element only. */
    private final @Nullable Session[] sessions;

    /** Something to do on a session. */
    interface Work {
        /** Does it; any thread. */
        void on(Session session);

        /** No session can be opened, so it was not done. */
        void notTried(String reason);
    }

    /**
     * Sessions.
     *
     * @param opener opens one; throws {@link SessionFailed}
     * @param most how many at once
     */
    Sessions(Supplier<Session> opener, int most, Executor executor) {
        this.opener = opener;
        this.executor = executor;
        this.sessions = new @Nullable Session[most];
    }

    /** How many may work at once. */
    int most() {
        return sessions.length;
    }

    /**
     * The first session.
     *
     * @throws SessionFailed when it can't be opened
     */
    Session first() {
        return session(0);
    }

    /** Does all of it, several at once, and returns when all is done. */
    void run(List<Work> work) {
        Queue<Work> queue = new ConcurrentLinkedQueue<>(work);
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(sessions.length, work.size()); i++) {
            int lane = i;
            others.add(CompletableFuture.runAsync(() -> help(lane, queue), executor));
        }
        try {
            lead(queue);
        } finally {
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
        }
    }

    private void lead(Queue<Work> queue) {
        for (Work next = queue.poll(); next != null; next = queue.poll()) {
            Session session;
            try {
                session = session(0);
            } catch (SessionFailed e) {
                String reason = String.valueOf(e.getMessage());
                next.notTried(reason);
                // One failure is enough: a server that is away would keep each of them waiting.
                for (Work left = queue.poll(); left != null; left = queue.poll()) {
                    left.notTried(reason);
                }
                return;
            }
            next.on(session);
        }
    }

    /** A further session; where the server allows no more of them, the first does the work. */
    private void help(int lane, Queue<Work> queue) {
        while (!queue.isEmpty()) {
            Session session;
            try {
                session = session(lane);
            } catch (SessionFailed e) {
                return;
            }
            Work next = queue.poll();
            if (next != null) {
                next.on(session);
            }
        }
    }

    private Session session(int lane) {
        Session known = sessions[lane];
        if (known != null && known.isUsable()) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        Session opened = opener.get();
        sessions[lane] = opened;
        return opened;
    }

    @Override
    public void close() {
        for (Session session : sessions) {
            if (session != null) {
                session.close();
            }
        }
    }
}
