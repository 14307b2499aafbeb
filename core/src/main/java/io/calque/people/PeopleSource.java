package io.calque.people;

import io.calque.diagnostic.Findings;
import java.util.function.Consumer;

/** Where people come from: a directory, an LDIF file or a CSV file. */
public interface PeopleSource {
    /**
     * Tells every person once, in the source's order, without holding them all. Rows that can't be read become findings; a source
     * that can't be read to its end throws a {@code Fault}.
     */
    void read(PeopleQuery interest, Consumer<Person> people, Findings findings);
}
