package io.calque.assign;

import io.calque.diagnostic.Place;
import io.calque.people.Identified;
import io.calque.people.Identifiers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person who gets something else than the rules say, for a while.
 *
 * @param person the person, as typed
 * @param ids the same as identifiers
 * @param persona what the person gets
 * @param reason why
 * @param until the last day on which it holds; null for no end
 * @param approvedBy who agreed
 * @param place where it is written
 */
public record PersonalException(
        String person,
        Identifiers ids,
        Persona persona,
        String reason,
        @Nullable LocalDate until,
        String approvedBy,
        Place place)
        implements Identified {

    /** Whether it still holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }

    /** The reason given for what this exception decides. */
    public String because() {
        return "exception until " + (until == null ? "further notice" : until) + ", approved by " + approvedBy + ": "
                + reason + " (" + place.file() + ":" + place.line() + "): persona " + persona.name();
    }
}
