package io.calque.people;

import io.calque.diagnostic.Place;
import io.calque.policy.Home;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the source of people knows it.
 *
 * @param ids the names
 * @param organisationalUnit the distinguished name of the unit, from the source or the person's own distinguished name; null where
 *     not known
 * @param groups every name under which a rule may mean a group that the person is in, folded by {@link Fold#text}
 * @param attributes what else is known
 * @param enabled whether the directory account is enabled
 * @param place where the source says so; null where it has no places
 */
public record Person(
        Identifiers ids,
        @Nullable String organisationalUnit,
        Set<String> groups,
        Attributes attributes,
        boolean enabled,
        @Nullable Place place)
        implements Identified {
    private static final List<String> HOMES = List.of("msRTCSIP-DeploymentLocator", "HostingProvider");

    /**
     * Where the source says that the person is homed, by the attribute {@code msRTCSIP-DeploymentLocator} or a column
     * {@code HostingProvider}; empty where it does not say, and the server decides.
     */
    public Optional<Home> home() {
        for (String attribute : HOMES) {
            for (String value : attributes.get(attribute)) {
                Optional<Home> home = Home.of(value);
                if (home.isPresent()) {
                    return home;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the source says that the person is homed online, so that nothing here concerns the person. */
    public boolean isOnline() {
        return home().filter(home -> home == Home.ONLINE).isPresent();
    }

    /** Whether the person is a member of a group, by any of its names. */
    public boolean isIn(String group) {
        String folded = Fold.text(group);
        return folded != null && groups.contains(folded);
    }

    /** Whether the person's unit is a given one or lies below it. */
    public boolean isBelow(String unit) {
        String own = Fold.distinguishedName(organisationalUnit);
        String other = Fold.distinguishedName(unit);
        return own != null && other != null && (own.equals(other) || own.endsWith("," + other));
    }

    /** The unit in which a distinguished name lies; null for a name without one. */
    public static @Nullable String unitOf(@Nullable String distinguishedName) {
        if (distinguishedName == null) {
            return null;
        }
        for (int i = 0; i < distinguishedName.length() - 1; i++) {
            char c = distinguishedName.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',') {
                String rest = distinguishedName.substring(i + 1).strip();
                return rest.indexOf('=') < 0 ? null : rest;
            }
        }
        return null;
    }
}
