package io.calque.plan;

import io.calque.assign.Assignment;
import io.calque.diagnostic.Place;
import io.calque.people.NameColumns;
import io.calque.people.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people were assigned, by the number of the person in the order of their source, whoever they are on the server. In columns, as
 * users are held, so that a million people wait at little cost. Not thread-safe.
 */
final class Assigned {
    private static final int FEW = 1 << 10;

    private final NameColumns.Builder names = new NameColumns.Builder();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<@Nullable String> numbers = new ArrayList<>();
    private final BitSet online = new BitSet();
    private int[] lines = new int[FEW];
    private @Nullable String file;

    /**
     * Takes the next person; all places are in one file.
     *
     * @param number the telephone number for the line, as the source of people writes it; null to leave the line as it is
     */
    void add(Person person, Assignment assignment, @Nullable String number) {
        int at = assignments.size();
        if (at == lines.length) {
            lines = Arrays.copyOf(lines, 2 * at);
        }
        Place place = person.place();
        lines[at] = place == null ? 0 : place.line();
        file = place == null ? file : place.file();
        online.set(at, person.isOnline());
        names.add(person.ids());
        assignments.add(assignment);
        numbers.add(number);
    }

    /** How many people there are. */
    int size() {
        return assignments.size();
    }

    /** The names of all people; nobody is taken afterwards. */
    NameColumns names() {
        return names.build();
    }

    Assignment assignment(int person) {
        return assignments.get(person);
    }

    /** Whether the source of people says that a person is homed online. */
    boolean isOnline(int person) {
        return online.get(person);
    }

    /** The telephone number that a person shall have; null for the one there is. */
    @Nullable
    String number(int person) {
        return numbers.get(person);
    }

    /** The place that says so; null where the source has no places. */
    @Nullable
    Place place(int person) {
        return file == null || lines[person] == 0 ? null : Place.line(file, lines[person]);
    }
}
