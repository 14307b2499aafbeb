package io.calque.directory.row;

import io.calque.people.Fold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The groups that rules name, and all groups nested in them at any depth. Whoever is a direct member of one of these is a member of
 * each group above it; circles do no harm.
 *
 * @param groups named and nested ones, without repetitions
 */
public record GroupTree(List<Group> groups) {
    /** Nobody asks for groups. */
    public static final GroupTree NONE = new GroupTree(List.of());

    /**
     * One group.
     *
     * @param guid the identity that stays when it is renamed or moved
     * @param dn its distinguished name as the directory writes it
     * @param sam its {@code sAMAccountName}; null when it has none
     * @param rid the last part of its security identifier, by which people name their primary group; null when it is not known
     * @param names the names by which rules mean this group; empty for one that is only nested
     * @param parents the groups of this tree that it is a direct member of, as indexes
     */
    public record Group(
            Guid guid,
            String dn,
            @Nullable String sam,
            @Nullable Long rid,
            List<String> names,
            List<Integer> parents) {
        public Group {
            names = List.copyOf(names);
            parents = List.copyOf(parents);
        }
    }

    public GroupTree {
        groups = List.copyOf(groups);
        int size = groups.size();
        for (Group group : groups) {
            if (group.parents().stream().anyMatch(p -> p < 0 || p >= size)) {
                throw new IllegalArgumentException(group.dn() + " has a parent outside the tree");
            }
        }
    }

    /** A distinguished name for comparing, as {@link Fold#distinguishedName} does it; most are folded without taking them apart. */
    public static String key(String dn) {
        boolean plain = dn.indexOf('\\') < 0 && dn.indexOf('"') < 0 && !dn.contains(", ");
        String folded = plain ? null : Fold.distinguishedName(dn);
        return folded == null ? dn.toLowerCase(Locale.ROOT) : folded;
    }

    /** The indexes by {@link #key}. */
    public Map<String, Integer> byDn() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            index.put(key(groups.get(i).dn()), i);
        }
        return index;
    }

    /** The indexes by identity. */
    public Map<Guid, Integer> byGuid() {
        Map<Guid, Integer> index = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            index.put(groups.get(i).guid(), i);
        }
        return index;
    }

    /** The indexes by the last part of the security identifier. */
    public Map<Long, Integer> byRid() {
        Map<Long, Integer> index = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            Long rid = groups.get(i).rid();
            if (rid != null) {
                index.put(rid, i);
            }
        }
        return index;
    }

    /** For each group, itself and all groups above it, ascending. */
    public List<List<Group>> closures() {
        List<List<Group>> all = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            BitSet reached = new BitSet();
            List<Integer> open = new ArrayList<>(List.of(i));
            while (!open.isEmpty()) {
                int next = open.removeLast();
                if (!reached.get(next)) {
                    reached.set(next);
                    open.addAll(groups.get(next).parents());
                }
            }
            all.add(reached.stream().mapToObj(groups::get).toList());
        }
        return List.copyOf(all);
    }
}
