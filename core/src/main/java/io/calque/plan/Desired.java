package io.calque.plan;

import io.calque.assign.Assignment;
import io.calque.diagnostic.Place;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What users shall have, by position, from the first person who means each: in columns, as users are held. Not thread-safe.
 */
final class Desired {
    private final @Nullable Assignment[] assignments;
    private final @Nullable String[] numbers;
    private final int[] lines;
    private @Nullable String file;
    private final BitSet spoilt = new BitSet();

    /** Nothing yet, for so many users. */
    Desired(int users) {
        this.assignments = new @Nullable Assignment[users];
        this.numbers = new @Nullable String[users];
        this.lines = new int[users];
    }

    /** How many users there are. */
    int size() {
        return assignments.length;
    }

    /** What a user shall have; null for a user whom nobody meant. */
    @Nullable
    Assignment assignment(int position) {
        return assignments[position];
    }

    /** The telephone number that a user shall have, as the source of people writes it; null for the one there is. */
    @Nullable
    String number(int position) {
        return numbers[position];
    }

    /** The place that says so; null where the source has no places. */
    @Nullable
    Place place(int position) {
        return file == null || lines[position] == 0 ? null : Place.line(file, lines[position]);
    }

    /** Whether two people mean a user and want different things, so that nothing is changed. */
    boolean isSpoilt(int position) {
        return spoilt.get(position);
    }

    /** Takes what somebody wants for a user; all places are in one file. */
    void put(int position, Assignment assignment, @Nullable String number, @Nullable Place place) {
        assignments[position] = assignment;
        numbers[position] = number;
        lines[position] = place == null ? 0 : place.line();
        file = place == null ? file : place.file();
    }

    void spoil(int position) {
        numbers[position] = null;
        spoilt.set(position);
    }
}
