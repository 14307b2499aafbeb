package io.calque.plan;

import io.calque.state.Users;
import java.util.List;

/** Tells who may be meant, for messages. */
final class Candidates {
    private static final int MOST = 5;

    private Candidates() {}

    /** The first few of the users at some positions, sorted, and how many more there are. */
    static String words(Users users, List<Integer> positions) {
        List<String> subjects = positions.stream().map(users::subject).sorted().toList();
        String first = String.join(", ", subjects.subList(0, Math.min(MOST, subjects.size())));
        return subjects.size() > MOST ? first + " and " + (subjects.size() - MOST) + " more" : first;
    }
}
