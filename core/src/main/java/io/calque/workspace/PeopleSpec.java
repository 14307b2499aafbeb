package io.calque.workspace;

import io.calque.diagnostic.Place;
import io.calque.source.Node;

/** Where the workspace says that people come from. */
public sealed interface PeopleSpec {
    /** Where it says so. */
    Place place();

    /** A CSV file in the workspace. */
    record Csv(String file, Place place) implements PeopleSpec {}

    /** An LDIF file in the workspace. */
    record Ldif(String file, Place place) implements PeopleSpec {}

    /** A directory; its details are read by the module that speaks to it. */
    record Ldap(Node details, Place place) implements PeopleSpec {}
}
