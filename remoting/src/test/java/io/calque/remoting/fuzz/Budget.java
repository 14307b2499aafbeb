package io.calque.remoting.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What reading foreign bytes may cost: processor time and memory in proportion to their number, so that no small message can stop the
 * program or fill its heap. The bounds are wide: they are there for what grows without one.
 */
public final class Budget {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long FREE_BYTES = 64L << 20;
    private static final long BYTES_EACH = 4_096;
    private static final Duration TIME = Duration.ofSeconds(5);

    private Budget() {}

    /** Foreign bytes being read. */
    @FunctionalInterface
    public interface Reading<E extends Exception> {
        /** Reads them. */
        void run() throws E;
    }

    /**
     * Reads within the budget. What took more is read once more before it is judged: the first time may have loaded classes.
     *
     * @param bytes how many there are to read
     * @throws AssertionError when it took more
     */
    public static <E extends Exception> void within(int bytes, Reading<E> reading) throws E {
        Cost cost = cost(reading);
        if (cost.bytes() > memory(bytes) || cost.time().compareTo(TIME) > 0) {
            Cost again = cost(reading);
            assertThat(again.bytes()).as("memory taken to read %d bytes", bytes).isLessThan(memory(bytes));
            assertThat(again.time()).as("time taken to read %d bytes", bytes).isLessThan(TIME);
        }
    }

    private record Cost(long bytes, Duration time) {}

    private static <E extends Exception> Cost cost(Reading<E> reading) throws E {
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        reading.run();
        return new Cost(
                THREADS.getCurrentThreadAllocatedBytes() - memory,
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time));
    }

    private static long memory(int bytes) {
        return FREE_BYTES + BYTES_EACH * bytes;
    }
}
