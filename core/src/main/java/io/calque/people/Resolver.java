package io.calque.people;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is meant, among people known by the positions of their names: by {@code DOMAIN\sam}, sam, user principal name, SIP
 * address, distinguished name or display name. Indexes are built when first asked for, one a kind of name. Not thread-safe.
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

    private final Names people;
    private final Map<IdentifierKind, Index> indexes = new EnumMap<>(IdentifierKind.class);

    /** A resolver over people. */
    public Resolver(Names people) {
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
        for (IdentifierKind kind : IdentifierKind.values()) {
            String key = ids.key(kind);
            if (key == null || (kind == IdentifierKind.DISPLAY_NAME && !onlyDisplayName(ids))) {
                continue;
            }
            List<Integer> found = find(kind, key);
            if (kind == IdentifierKind.SAM_ACCOUNT_NAME && ids.domain() != null) {
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

    private static boolean onlyDisplayName(Identifiers ids) {
        return ids.samAccountName() == null
                && ids.userPrincipalName() == null
                && ids.sipAddress() == null
                && ids.distinguishedName() == null;
    }

    private List<Integer> find(IdentifierKind kind, Identifiers ids) {
        return find(kind, ids.key(kind));
    }

    private List<Integer> find(IdentifierKind kind, @Nullable String key) {
        return key == null
                ? List.of()
                : indexes.computeIfAbsent(kind, k -> new Index(people, k)).find(key);
    }

    private static Resolution of(List<Integer> found) {
        return switch (found.size()) {
            case 0 -> NOBODY;
            case 1 -> new Resolution.One(found.getFirst());
            default -> new Resolution.Several(found);
        };
    }
}
