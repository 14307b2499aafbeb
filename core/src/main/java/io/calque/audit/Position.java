package io.calque.audit;

import io.calque.licence.Licence;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The licence position. Immutable.
 *
 * @param users how many users the server has
 * @param online how many of them are homed online, who need no licence here
 * @param seats how each kind of licence stands
 * @param excess users who are given rights beyond the licences they hold, by subject
 * @param missing users who hold a licence whose rights they are not given, by subject
 * @param reasons for each licence the ids of the rights that need it, with the number of users who are given the right
 */
public record Position(
        long users,
        long online,
        Map<Licence, SeatPosition> seats,
        List<Imbalance> excess,
        List<Imbalance> missing,
        Map<Licence, Map<String, Long>> reasons) {
    public Position {
        seats = Collections.unmodifiableMap(new EnumMap<>(seats));
        excess = List.copyOf(excess);
        missing = List.copyOf(missing);
        Map<Licence, Map<String, Long>> sorted = new EnumMap<>(Licence.class);
        reasons.forEach((licence, counts) -> sorted.put(licence, Collections.unmodifiableMap(new TreeMap<>(counts))));
        reasons = Collections.unmodifiableMap(sorted);
    }
}
