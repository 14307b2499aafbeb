package io.calque.meeting;

import io.calque.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one person does.
 *
 * @param actor the name of the person
 * @param action what the person does
 * @param how with whom, from where, how long
 * @param expect what a test expects; null for nothing
 * @param place where it is written
 */
public record Step(
        String actor,
        Action action,
        Particulars how,
        @Nullable Expectation expect,
        Place place) {
    /** That a person joins, from nowhere in particular. */
    static Step join(String actor, Place place) {
        return new Step(actor, Action.JOIN, Particulars.NONE, null, place);
    }

    /** The person with whom; null where nobody is named. */
    public @Nullable String with() {
        return how.with();
    }

    /** The computer or telephone from which; null where none is named. */
    public @Nullable String endpoint() {
        return how.endpoint();
    }
}
