package io.calque.directory.row;

import io.calque.people.PeopleQuery;
import io.calque.people.RequiredFact;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which attributes rows have, and in which order.
 *
 * @param attributes names as directories write them; first those that every person has a use for, in the order of the constants here,
 *     then those that rules name, sorted
 */
public record Layout(List<String> attributes) {
    /** Positions of the attributes that every layout has. */
    public static final int SAM = 0,
            UPN = 1,
            DISPLAY_NAME = 2,
            TELEPHONE = 3,
            CONTROL = 4,
            SIP_ADDRESS = 5,
            SIP_ENABLED = 6,
            OPTION_FLAGS = 7,
            LINE = 8,
            USER_POLICIES = 9,
            HOME_SERVER = 10,
            LOCATOR = 11;

    private static final List<String> ALWAYS = List.of(
            "sAMAccountName",
            "userPrincipalName",
            "displayName",
            "telephoneNumber",
            "userAccountControl",
            "msRTCSIP-PrimaryUserAddress",
            "msRTCSIP-UserEnabled",
            "msRTCSIP-OptionFlags",
            "msRTCSIP-Line",
            "msRTCSIP-UserPolicies",
            "msRTCSIP-PrimaryHomeServer",
            "msRTCSIP-DeploymentLocator");

    private static final Set<String> KNOWN =
            Set.copyOf(ALWAYS.stream().map(a -> a.toLowerCase(Locale.ROOT)).toList());

    public Layout {
        attributes = List.copyOf(attributes);
        if (attributes.size() < ALWAYS.size()
                || !attributes.subList(0, ALWAYS.size()).equals(ALWAYS)) {
            throw new IllegalArgumentException("a layout starts with " + ALWAYS);
        }
    }

    /** The layout with these attributes besides those that are always read; names in any case. */
    public static Layout with(Collection<String> wanted) {
        TreeSet<String> extra = new TreeSet<>();
        for (String name : wanted) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(lower)) {
                extra.add(name.equalsIgnoreCase(RowReader.PRIMARY_GROUP) ? RowReader.PRIMARY_GROUP : lower);
            }
        }
        return new Layout(Stream.concat(ALWAYS.stream(), extra.stream()).toList());
    }

    /** What must be read to answer a query: to know groups is to know the primary one, which people name by a number of their own. */
    public static Layout of(PeopleQuery query) {
        Set<String> wanted = new TreeSet<>(query.attributes());
        if (!query.all(RequiredFact.Kind.GROUP).isEmpty()) {
            wanted.add(RowReader.PRIMARY_GROUP);
        }
        return with(wanted);
    }

    /** The position of an attribute, named in any case; -1 where rows don't have it. */
    public int position(String attribute) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).equalsIgnoreCase(attribute)) {
                return i;
            }
        }
        return -1;
    }

    /** The attributes that are read because rules name them. */
    public List<String> further() {
        return attributes.subList(ALWAYS.size(), attributes.size());
    }
}
