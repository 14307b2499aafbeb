package io.calque.remoting.session;

import java.time.Duration;

/** A moment on the clock that only runs forward. */
record Deadline(long nanos) {

    static Deadline in(Duration patience) {
        // Some three years are as good as for ever and can't overflow.
        return new Deadline(System.nanoTime()
                + Math.min(patience.toSeconds(), 100_000_000L) * 1_000_000_000L
                + patience.toNanosPart());
    }

    boolean isPast() {
        return System.nanoTime() - nanos >= 0;
    }
}
