package io.calque.workspace;

import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import io.calque.policy.Policy;
import java.util.Map;
import java.util.Optional;

/**
 * A policy as a workspace declares it.
 *
 * @param policy the policy, its description among its settings
 * @param licences whom it is meant for, where the workspace says so
 * @param place where its name stands
 * @param settingPlaces where each of its settings stands, by the setting's name
 */
public record DeclaredPolicy(
        Policy policy, Optional<Licences> licences, Place place, Map<String, Place> settingPlaces) {
    public DeclaredPolicy {
        settingPlaces = Map.copyOf(settingPlaces);
    }

    /** Where a setting stands, else where the policy does. */
    public Place placeOf(String setting) {
        return settingPlaces.getOrDefault(setting, place);
    }
}
