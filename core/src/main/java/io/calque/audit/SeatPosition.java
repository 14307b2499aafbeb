package io.calque.audit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How one kind of licence stands.
 *
 * @param owned how many the company owns, where the workspace says so
 * @param held how many people hold it, as the workspace's personas say
 * @param needed how many users need it by what the server gives them
 * @param cost what one costs, where the workspace says so
 */
public record SeatPosition(Optional<Long> owned, long held, long needed, Optional<BigDecimal> cost) {
    /** How many are needed beyond those owned; 0 where enough are owned or nobody knows. */
    public long shortfall() {
        return owned.map(o -> Math.max(0, needed - o)).orElse(0L);
    }

    /** How many are owned beyond those needed; 0 where none is or nobody knows. */
    public long unused() {
        return owned.map(o -> Math.max(0, o - needed)).orElse(0L);
    }

    /** What the shortfall would cost; empty where it would cost nothing or nobody knows. */
    public Optional<BigDecimal> shortfallCost() {
        return cost.map(c -> c.multiply(BigDecimal.valueOf(shortfall()))).filter(c -> c.signum() > 0);
    }
}
