package io.calque.assign;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Place;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.people.RequiredFact;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of person gets.
 *
 * @param name the name that rules use
 * @param licences the licences that such people hold
 * @param wishes what is granted, by policy type; a type that is absent is left as it is
 * @param enterpriseVoice whether Enterprise Voice is on, where the persona says so
 * @param lineFrom the attribute that holds the telephone number for the line; null to leave lines as they are
 * @param place where it is written
 */
public record Persona(
        String name,
        Licences licences,
        Map<PolicyType, Wish> wishes,
        Optional<Boolean> enterpriseVoice,
        @Nullable String lineFrom,
        Place place) {
    public Persona {
        wishes = Map.copyOf(wishes);
    }

    /** What must be known about people to give it to them. */
    public Stream<RequiredFact> asked() {
        return lineFrom == null
                ? Stream.of()
                : Stream.of(new RequiredFact(RequiredFact.Kind.ATTRIBUTE, lineFrom, place));
    }

    /** What is granted of a type, where the persona says so. */
    public Optional<Wish> wish(PolicyType type) {
        return Optional.ofNullable(wishes.get(type));
    }

    /**
     * Whether Enterprise Voice is to be on: as the persona says; off where it says nothing and does not hold Plus, because nobody
     * without Plus may have it; else left as it is.
     */
    public Optional<Boolean> voice() {
        return enterpriseVoice.isPresent() || licences.holds(Licence.PLUS) ? enterpriseVoice : Optional.of(false);
    }
}
