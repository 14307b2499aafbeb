package io.calque.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Near misses among the same words for many mistyped ones. Only the first {@value #MOST} different ones are looked up: each takes a
 * look at every word, and people correct the first few anyway. Not thread-safe.
 */
public final class NearMisses {
    private static final int MOST = 100;

    private final List<String> known;
    private final Map<String, Optional<String>> helps = new HashMap<>();

    /** Near misses among these words. */
    public NearMisses(Collection<String> known) {
        this.known = List.copyOf(known);
    }

    /** A remedy in words, as {@link NearMiss#help} gives it; null also where too many were asked for. */
    public @Nullable String help(String word) {
        Optional<String> help = helps.get(word);
        if (help == null) {
            help = helps.size() < MOST ? Optional.ofNullable(NearMiss.help(word, known)) : Optional.empty();
            if (helps.size() < MOST) {
                helps.put(word, help);
            }
        }
        return help.orElse(null);
    }
}
