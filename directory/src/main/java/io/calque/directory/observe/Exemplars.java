package io.calque.directory.observe;

import io.calque.catalogue.PolicyType;
import io.calque.people.Identifiers;
import io.calque.policy.Identity;
import java.util.Optional;

/** Whoever can say by name which policy a person has: the pool, or a file that was exported from it. */
@FunctionalInterface
public interface Exemplars {
    /** The policy of a type that is granted to a person; empty where it is not known. */
    Optional<Identity.Tag> granted(Identifiers person, PolicyType type);
}
