package io.calque.people;

import io.calque.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/**
 * What must be known about people.
 *
 * @param kind what the name names
 * @param name an attribute's or group's name as it is written, or a unit's distinguished name
 * @param place where a rule or persona asks for it; null when no file does
 */
public record RequiredFact(Kind kind, String name, @Nullable Place place) {
    /** What people are asked about. */
    public enum Kind {
        /** The values of an attribute. */
        ATTRIBUTE,
        /** Whether they are in a group. */
        GROUP,
        /** Whether they are below an organisational unit. */
        UNIT
    }
}
