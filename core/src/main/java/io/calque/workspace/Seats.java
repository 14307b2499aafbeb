package io.calque.workspace;

import io.calque.licence.Licence;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The licences that the company owns.
 *
 * @param owned how many of each; absent where the workspace does not say
 * @param cost what one costs, in the company's currency; absent where the workspace does not say
 */
public record Seats(Map<Licence, Long> owned, Map<Licence, BigDecimal> cost) {
    /** Nothing is said. */
    public static final Seats UNKNOWN = new Seats(Map.of(), Map.of());

    public Seats {
        owned = Map.copyOf(owned);
        cost = Map.copyOf(cost);
    }

    /** How many of a licence are owned, where known. */
    public Optional<Long> owned(Licence licence) {
        return Optional.ofNullable(owned.get(licence));
    }

    /** What one of a licence costs, where known. */
    public Optional<BigDecimal> cost(Licence licence) {
        return Optional.ofNullable(cost.get(licence));
    }
}
