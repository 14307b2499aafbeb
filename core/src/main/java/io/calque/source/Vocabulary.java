package io.calque.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads words out of fixed lists; a word that is none of them is a finding with its near miss.
 *
 * @param findings where that is told
 */
public record Vocabulary(Findings findings) {
    /** What one of some words stands for. */
    public <T> Optional<T> word(Node node, Collection<String> known, Function<String, Optional<T>> of) {
        return read(node, "is not known here", known, of);
    }

    /** What one of some words stands for, in messages called {@code what}. */
    public <T> Optional<T> word(Node node, String what, Collection<String> known, Function<String, Optional<T>> of) {
        return read(node, "is no " + what, known, of);
    }

    /** One of some words itself. */
    public Optional<String> oneOf(Node node, String what, Collection<String> known) {
        return word(node, what, known, text -> Optional.of(text).filter(known::contains));
    }

    /** One of the constants of an enum, by its word. */
    public <E extends Enum<E>> Optional<E> constant(Node node, String what, E[] all, Function<E, String> word) {
        List<String> known = Arrays.stream(all).map(word).toList();
        return word(
                node,
                what,
                known,
                text -> Arrays.stream(all)
                        .filter(e -> word.apply(e).equalsIgnoreCase(text))
                        .findFirst());
    }

    private <T> Optional<T> read(
            Node node, String complaint, Collection<String> known, Function<String, Optional<T>> of) {
        String text = node instanceof Node.Scalar scalar ? scalar.text() : node.kind();
        Optional<T> found = node instanceof Node.Scalar ? of.apply(text) : Optional.empty();
        if (found.isEmpty()) {
            findings.add(Finding.of(Code.WRONG_SHAPE, "'" + text + "' " + complaint)
                    .help(NearMiss.help(text, known))
                    .at(node.place()));
        }
        return found;
    }
}
