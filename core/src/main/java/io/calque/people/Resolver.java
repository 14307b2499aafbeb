package io.calque.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is meant, among people known by the positions of their names: by {@code DOMAIN\sam}, sam, user principal name, SIP
 * address, distinguished name or display name. Indexes are built when first asked for, one a kind of name. Thread-safe.
 */
public final class Resolver {
    /** What came of looking for somebody. */
    public sealed interface Resolution {
        /** Exactly one. */
        record One(int position) implements Resolution {}

        /** Nobody. */
        record Nobody() implements Resolution {}

        /** Several; none of them is meant for certain. */
        record Several(List<Integer> positions) implements Resolution {}
    }

    private static final Resolution NOBODY = new Resolution.Nobody();

    private final NameColumns people;
    private final Map<IdentifierKind, Index> indexes = new ConcurrentHashMap<>();

    /** A resolver over people. */
    public Resolver(NameColumns people) {
        this.people = people;
    }

    /** Whoever is meant by a reference that somebody typed, of whatever kind. */
    public Resolution resolve(String reference) {
        Identifiers ids = References.of(reference).ids();
        Set<Integer> found = new LinkedHashSet<>(find(IdentifierKind.USER_PRINCIPAL_NAME, ids));
        if (found.isEmpty()) {
            found.addAll(find(IdentifierKind.SIP_ADDRESS, ids));
        }
        found.addAll(find(IdentifierKind.DISTINGUISHED_NAME, ids));
        found.addAll(find(ids.domain() == null ? IdentifierKind.SAM_ACCOUNT_NAME : IdentifierKind.DOMAIN_AND_SAM, ids));
        found.addAll(find(IdentifierKind.DISPLAY_NAME, ids));
        return of(List.copyOf(found));
    }

    /** Whoever has the same name of one kind. */
    public Resolution resolve(IdentifierKind kind, String name) {
        return of(find(kind, kind.fold(name)));
    }

    /**
     * Whoever another source means by these names: the most certain kind that both know decides. A display name decides only when
     * nothing else is given, and a logon name given with its domain means nobody of another domain.
     */
    public Resolution match(Identifiers ids) {
        return match(ids.domain() != null, kind -> {
            String key = ids.key(kind);
            return key == null ? null : index(kind).find(key);
        });
    }

    /** The same for the names of somebody among many, which mostly need not be cut out of the text that holds them. */
    public Resolution match(NameColumns others, int position) {
        return match(others.domain(position) != null, kind -> index(kind).find(others, position));
    }

    /**
     * @param find everybody who has the name of a kind; null where the name is not given
     */
    private Resolution match(boolean inDomain, Function<IdentifierKind, @Nullable List<Integer>> find) {
        boolean named = false;
        for (IdentifierKind kind : IdentifierKind.values()) {
            List<Integer> found = named && kind == IdentifierKind.DISPLAY_NAME ? null : find.apply(kind);
            if (found == null) {
                continue;
            }
            named = true;
            if (kind == IdentifierKind.SAM_ACCOUNT_NAME && inDomain) {
                found = found.stream().filter(this::isOfUnknownDomain).toList();
            }
            if (!found.isEmpty()) {
                return of(found);
            }
        }
        return NOBODY;
    }

    private boolean isOfUnknownDomain(int position) {
        return people.domain(position) == null;
    }

    private List<Integer> find(IdentifierKind kind, Identifiers ids) {
        return find(kind, ids.key(kind));
    }

    private List<Integer> find(IdentifierKind kind, @Nullable String key) {
        return key == null ? List.of() : index(kind).find(key);
    }

    private Index index(IdentifierKind kind) {
        return Objects.requireNonNull(indexes.computeIfAbsent(kind, k -> new Index(people, k)));
    }

    private static Resolution of(List<Integer> found) {
        return switch (found.size()) {
            case 0 -> NOBODY;
            case 1 -> new Resolution.One(found.getFirst());
            default -> new Resolution.Several(found);
        };
    }
}
