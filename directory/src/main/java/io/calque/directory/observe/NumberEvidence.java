package io.calque.directory.observe;

import io.calque.people.Identifiers;
import io.calque.state.UserState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who was seen with a number: the first by name of all, and of those whom somebody knows the first for each meaning. The order of reading
 * makes no difference, so that the same people are named in every run. Not thread-safe.
 *
 * @param <N> what the number may mean
 */
final class NumberEvidence<N> {
    private static final Comparator<Identifiers> ORDER = Comparator.comparing(
                    (Identifiers ids) -> String.valueOf(ids.sipAddress()))
            .thenComparing(ids -> String.valueOf(ids.distinguishedName()))
            .thenComparing(ids -> String.valueOf(ids.samAccountName()));

    private final Function<UserState, @Nullable N> meaning;
    private final Map<Optional<N>, UserState> known = new HashMap<>();
    private @Nullable Identifiers first;

    /** A number whose meaning a known person tells. */
    NumberEvidence(Function<UserState, @Nullable N> meaning) {
        this.meaning = meaning;
    }

    /** Takes note of a person with the number; {@code as} is the person as the pool shows them. */
    void see(Identifiers person, @Nullable UserState as) {
        if (first == null || ORDER.compare(person, first) < 0) {
            first = person;
        }
        if (as != null) {
            known.merge(Optional.ofNullable(meaning.apply(as)), as, BinaryOperator.minBy(NumberEvidence::compare));
        }
    }

    private static int compare(UserState a, UserState b) {
        return ORDER.compare(a.ids(), b.ids());
    }

    private Optional<UserState> best() {
        return known.values().stream().min(NumberEvidence::compare);
    }

    /** The person to be looked up. */
    Identifiers exemplar() {
        Identifiers anybody = first;
        if (anybody == null) {
            throw new IllegalStateException("a number is only kept when somebody has it");
        }
        return best().map(UserState::ids).orElse(anybody);
    }

    /** Whether the exemplar is known. */
    boolean isKnown() {
        return !known.isEmpty();
    }

    /** What the exemplar says; empty where the exemplar is not known or has nothing. */
    Optional<N> meaning() {
        return best().map(meaning);
    }

    /** Somebody with the same number and another meaning. */
    Optional<Identifiers> contradiction() {
        return known.values().stream()
                .sorted(NumberEvidence::compare)
                .skip(1)
                .findFirst()
                .map(UserState::ids);
    }
}
