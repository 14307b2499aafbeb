package io.calque.people;

import java.util.List;

/** What else a directory or list says about a person: attributes by name, in any case, each with any number of values. */
@FunctionalInterface
public interface Attributes {
    /** Nothing else is known. */
    Attributes NONE = _ -> List.of();

    /** The values of an attribute; empty where there is none. */
    List<String> get(String name);
}
