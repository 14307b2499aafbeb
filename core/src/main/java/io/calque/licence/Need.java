package io.calque.licence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a right needs: one of several sets of licences, each sufficient.
 *
 * @param alternatives the sufficient sets, the usual one first; at least one, and the empty set for a right that needs nothing
 */
public record Need(List<Licences> alternatives) {
    public Need {
        alternatives = List.copyOf(alternatives);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a need has at least one alternative");
        }
    }

    /** Whether somebody with these licences has enough. */
    public boolean metBy(Licences held) {
        return alternatives.stream().anyMatch(held::holdsAll);
    }

    /** What is missing to the alternative that is nearest; empty when nothing is. */
    public Licences missing(Licences held) {
        return alternatives.stream().map(held::lacks).min(Licences::compareTo).orElse(Licences.NONE);
    }

    /** Reads {@code standard+enterprise or standard+plus}; empty when a word is no licence. */
    static Optional<Need> parse(String text) {
        List<Licences> alternatives = new ArrayList<>();
        for (String alternative : text.split(" or ")) {
            List<Optional<Licence>> words = alternative.strip().equals("none")
                    ? List.of()
                    : Arrays.stream(alternative.split("\\+"))
                            .map(String::strip)
                            .map(Licence::of)
                            .toList();
            if (words.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            alternatives.add(
                    Licences.of(words.stream().flatMap(Optional::stream).toList()));
        }
        return Optional.of(new Need(alternatives));
    }

    /** As the data files write it. */
    @Override
    public String toString() {
        return alternatives.stream().map(Licences::toString).collect(Collectors.joining(" or "));
    }
}
