package io.calque.security.tls;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * A limit on a whole stage of a conversation. A socket's own time-out bounds a silence, not a drip, and never a write: this closes the
 * connection when the time is over, which ends every read and write on it.
 */
public final class TimeLimit implements AutoCloseable {
    private final Thread watch;
    private volatile boolean expired;
    private volatile boolean ended;

    private TimeLimit(Closeable connection, Duration limit) {
        watch = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(limit);
                expired = !ended;
                if (expired) {
                    connection.close();
                }
            } catch (InterruptedException e) {
                // The stage ended in time.
            } catch (IOException e) {
                // A connection that can't be closed is closed.
            }
        });
    }

    /** Closes the connection unless the limit itself is closed in time. */
    public static TimeLimit on(Closeable connection, Duration limit) {
        return new TimeLimit(connection, limit);
    }

    /** Ends the watch: from now on the connection is left alone. */
    void end() {
        ended = true;
        watch.interrupt();
    }

    /** Whether the time was over before the stage was. */
    public boolean expired() {
        return expired;
    }

    @Override
    public void close() {
        end();
    }
}
