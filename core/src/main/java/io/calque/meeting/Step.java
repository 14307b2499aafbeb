package io.calque.meeting;

import io.calque.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one person does.
 *
 * @param actor the name of the person
 * @param action what the person does
 * @param with the person with whom: the receiver of a file, the sharer whose program is controlled, whoever invites a third person,
 *     the telephone that is called; null where nobody is named
 * @param endpoint the computer or telephone from which; null where none is named
 * @param expect what a test expects; null for nothing
 * @param place where it is written
 */
public record Step(
        String actor,
        Action action,
        @Nullable String with,
        @Nullable String endpoint,
        @Nullable Expectation expect,
        Place place) {}
