package io.calque.people;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Things that name people, found by the people themselves: lists, exceptions. A logon name that was given with its domain means
 * nobody of another domain; people whose source tells no domain are found by the bare logon name. Of two things that name one
 * person the first counts. Immutable.
 *
 * @param <T> what names a person
 */
public final class PersonLookup<T extends Identified> {
    private final Map<IdentifierKind, Map<String, T>> byKind = new EnumMap<>(IdentifierKind.class);
    private final Map<String, T> bySamOfSomeDomain = new HashMap<>();

    /** A map of things, in the order in which they count. */
    public PersonLookup(Collection<T> things) {
        for (T thing : things) {
            for (IdentifierKind kind : IdentifierKind.values()) {
                String key = thing.ids().key(kind);
                if (key != null) {
                    of(kind, thing.ids()).putIfAbsent(key, thing);
                }
            }
        }
    }

    /** The thing that names a person; null when none does. */
    public @Nullable T find(Identifiers person) {
        for (Map.Entry<IdentifierKind, Map<String, T>> entry : byKind.entrySet()) {
            String key = person.key(entry.getKey());
            T found = key == null ? null : entry.getValue().get(key);
            if (found != null) {
                return found;
            }
        }
        String bare = person.domain() == null && !bySamOfSomeDomain.isEmpty()
                ? person.key(IdentifierKind.SAM_ACCOUNT_NAME)
                : null;
        return bare == null ? null : bySamOfSomeDomain.get(bare);
    }

    private Map<String, T> of(IdentifierKind kind, Identifiers ids) {
        return kind == IdentifierKind.SAM_ACCOUNT_NAME && ids.domain() != null
                ? bySamOfSomeDomain
                : byKind.computeIfAbsent(kind, _ -> new HashMap<>());
    }
}
