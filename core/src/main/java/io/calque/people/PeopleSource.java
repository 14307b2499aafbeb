package io.calque.people;

import io.calque.diagnostic.Findings;
import java.util.Set;
import java.util.function.Consumer;

/** Where people come from: a directory, an LDIF file or a CSV file. */
public interface PeopleSource {
    /**
     * What is asked of a source: only this is read, and only people who are enabled need be told.
     *
     * @param attributes the attributes that rules and personas name
     * @param groups the groups that rules name, as the rules write them
     */
    record Interest(Set<String> attributes, Set<String> groups) {
        public Interest {
            attributes = Set.copyOf(attributes);
            groups = Set.copyOf(groups);
        }
    }

    /**
     * Tells every person once, in the source's order, without holding them all. Rows that can't be read become findings; a source
     * that can't be read to its end throws a {@code Fault}.
     */
    void read(Interest interest, Consumer<Person> people, Findings findings);
}
