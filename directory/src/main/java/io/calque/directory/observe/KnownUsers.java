package io.calque.directory.observe;

import io.calque.people.Identifiers;
import io.calque.state.UserState;
import java.util.Optional;

/** Whoever can say by name what the directory holds as numbers: the pool, or a file that was exported from it. */
public interface KnownUsers {
    /** A person as the pool shows them; empty where the person is not known. */
    Optional<UserState> known(Identifiers person);

    /** What somebody may do to look a person up, as a sentence without its full stop. */
    String lookUp(Identifiers person);
}
