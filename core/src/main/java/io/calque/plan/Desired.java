package io.calque.plan;

import io.calque.assign.Assignment;
import io.calque.diagnostic.Place;
import io.calque.state.Users;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What users shall have, by position: for each the person who says so. Not thread-safe. */
final class Desired {
    private static final int NOBODY = -1;

    private final Assigned assigned;
    private final Users users;
    private final int[] people;
    private final BitSet spoilt = new BitSet();

    /** Nothing yet, for these users. */
    Desired(Assigned assigned, Users users) {
        this.assigned = assigned;
        this.users = users;
        this.people = new int[users.size()];
        Arrays.fill(people, NOBODY);
    }

    /** The users, homed where the server or the source of people says. */
    Users users() {
        return users;
    }

    /** How many users there are. */
    int size() {
        return people.length;
    }

    /** Whether somebody means a user. */
    boolean isMeant(int position) {
        return people[position] != NOBODY;
    }

    /** What a user shall have, whom somebody means. */
    Assignment assignment(int position) {
        return assigned.assignment(people[position]);
    }

    /** The telephone number that a user shall have, as the source of people writes it; null for the one there is. */
    @Nullable
    String number(int position) {
        return isSpoilt(position) ? null : assigned.number(people[position]);
    }

    /** The place that says so; null where the source has no places. */
    @Nullable
    Place place(int position) {
        return assigned.place(people[position]);
    }

    /** Whether two people mean a user and want different things, so that nothing is changed. */
    boolean isSpoilt(int position) {
        return spoilt.get(position);
    }

    /** Takes the person by whom a user is meant. */
    void put(int position, int person) {
        people[position] = person;
    }

    void spoil(int position) {
        spoilt.set(position);
    }
}
