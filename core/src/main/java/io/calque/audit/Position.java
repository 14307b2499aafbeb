package io.calque.audit;

import io.calque.licence.Licence;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The licence position of a company.
 *
 * @param seats each licence's numbers
 * @param missing the rights that people are licensed to and no policy of theirs gives, the most frequent first
 * @param reasons why each licence is needed: its rights with the number of people who have them, the most frequent first
 */
public record Position(Map<Licence, Seat> seats, List<RightCount> missing, Map<Licence, List<RightCount>> reasons) {
    /**
     * The numbers of a licence.
     *
     * @param owned how many the company owns, where the workspace says so
     * @param needed how many users have rights that need it
     * @param held to how many people the workspace gives it
     * @param excess how many users need it and do not hold it
     * @param unused how many hold it and do not need it
     * @param cost what one costs, where the workspace says so
     */
    public record Seat(
            Optional<Long> owned, long needed, long held, long excess, long unused, Optional<BigDecimal> cost) {
        /** How many must be bought to cover all that is needed; empty where nothing says how many are owned. */
        public Optional<Long> shortfall() {
            return owned.map(have -> Math.max(0, needed - have));
        }
    }

    /** A right and a number of people. */
    public record RightCount(String right, long people) {}

    public Position {
        seats = Collections.unmodifiableMap(seats);
        missing = List.copyOf(missing);
        reasons = Collections.unmodifiableMap(reasons);
    }
}
