package io.calque.meeting;

import io.calque.diagnostic.Place;
import io.calque.policy.Licensing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session with its people and what they do, ready to be played.
 *
 * @param name what it shows
 * @param licensing the product version and the profile with its readings
 * @param kind how the session begins
 * @param organiser the name of whoever begins it
 * @param setup what the meeting has apart from policies
 * @param people everybody, by name, in file order
 * @param steps what happens, in order
 * @param place where it is written
 */
public record Scenario(
        String name,
        Licensing licensing,
        SessionKind kind,
        String organiser,
        Setup setup,
        Map<String, Participant> people,
        List<Step> steps,
        Place place) {
    public Scenario {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        steps = List.copyOf(steps);
        if (!people.containsKey(organiser)) {
            throw new IllegalArgumentException("the organiser takes part: " + organiser);
        }
    }

    /** Somebody who takes part, by name. */
    Participant person(String wanted) {
        Participant person = people.get(wanted);
        if (person == null) {
            throw new IllegalArgumentException("no one here is called " + wanted);
        }
        return person;
    }
}
