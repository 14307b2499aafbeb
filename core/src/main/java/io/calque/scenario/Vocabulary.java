package io.calque.scenario;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.source.NearMiss;
import io.calque.source.Node;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads words out of fixed lists, with near misses. */
record Vocabulary(Findings findings) {
    /** One of some words. */
    <T> Optional<T> word(Node node, String what, Collection<String> known, Function<String, Optional<T>> of) {
        String text = node instanceof Node.Scalar scalar ? scalar.text() : node.kind();
        Optional<T> found = node instanceof Node.Scalar ? of.apply(text) : Optional.empty();
        if (found.isEmpty()) {
            findings.add(Finding.of(Code.WRONG_SHAPE, "'" + text + "' is no " + what)
                    .help(NearMiss.help(text, known))
                    .at(node.place()));
        }
        return found;
    }

    /** One of the constants of an enum, by its word. */
    <E extends Enum<E>> Optional<E> constant(Node node, String what, E[] all, Function<E, String> word) {
        List<String> known = Arrays.stream(all).map(word).toList();
        return word(
                node,
                what,
                known,
                text -> Arrays.stream(all)
                        .filter(e -> word.apply(e).equalsIgnoreCase(text))
                        .findFirst());
    }
}
