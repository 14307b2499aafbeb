package io.calque.server;

import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How much of a server is read. Sites and all policies always are: they are few, and the meaning of every grant depends on them. */
public sealed interface Extent {
    /** All users. */
    record Everything() implements Extent {}

    /**
     * Some users.
     *
     * @param subjects the names under which plans speak of them, in any case
     */
    record OfUsers(SortedSet<String> subjects) implements Extent {
        public OfUsers {
            subjects = Collections.unmodifiableSortedSet(new TreeSet<>(subjects));
        }
    }

    /** What some steps are about. */
    static Extent of(List<NumberedStep> steps) {
        SortedSet<String> subjects = new TreeSet<>();
        for (NumberedStep next : steps) {
            if (next.step() instanceof Step.OfUser user) {
                subjects.add(user.subject());
            }
        }
        return new OfUsers(subjects);
    }
}
