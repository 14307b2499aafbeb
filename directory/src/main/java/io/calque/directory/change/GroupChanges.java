package io.calque.directory.change;

import io.calque.directory.connect.Session;
import io.calque.directory.copy.Copy;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.read.Ranges;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.row.Guid;
import io.calque.directory.row.PersonRow;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who joined or left the groups that changed: such a change touches the group alone. All of them are compared in one pass over the copy.
 */
final class GroupChanges {
    private final Copy copy;
    private final List<Group> changed;
    /** For each group of the copy its place among those that changed; empty where it did not. */
    private final List<OptionalInt> places;

    /**
     * The groups of a tree that changed or that the copy does not know.
     *
     * @param touched objects that changed
     */
    GroupChanges(Copy copy, GroupTree tree, Set<Guid> touched) {
        this.copy = copy;
        Map<Guid, Integer> known = copy.header().tree().byGuid();
        this.changed = tree.groups().stream()
                .filter(group -> touched.contains(group.guid()) || !known.containsKey(group.guid()))
                .toList();
        Map<Guid, Integer> place = new HashMap<>();
        IntStream.range(0, changed.size()).forEach(i -> place.put(changed.get(i).guid(), i));
        this.places = copy.header().tree().groups().stream()
                .map(group -> place.get(group.guid()))
                .map(at -> at == null ? OptionalInt.empty() : OptionalInt.of(at))
                .toList();
    }

    boolean none() {
        return changed.isEmpty();
    }

    /** How many members the copy knows in the groups that changed. */
    long members() throws IOException, DamagedCopyException {
        long[] members = {0};
        copy.each(row -> members[0] += row.groups().stream()
                .filter(group -> places.get(group).isPresent())
                .count());
        return members[0];
    }

    /**
     * Reads the members of these groups and tells whose memberships differ.
     *
     * @param most how many members may be read
     * @return false when there were more, and nothing was told
     */
    boolean compare(Session session, long most, Consumer<Guid> consumer) throws IOException, DamagedCopyException {
        Map<String, BitSet> members = new HashMap<>();
        long read = 0;
        for (int i = 0; i < changed.size(); i++) {
            List<String> names = new Ranges(session).all(changed.get(i).dn(), "member");
            read += names.size();
            if (read > most) {
                return false;
            }
            for (String name : names) {
                members.computeIfAbsent(GroupTree.key(name), _ -> new BitSet()).set(i);
            }
        }
        copy.each(row -> {
            if (differs(row, members.get(GroupTree.key(row.dn())))) {
                consumer.accept(row.guid());
            }
        });
        return true;
    }

    private boolean differs(PersonRow row, @Nullable BitSet now) {
        BitSet before = new BitSet();
        for (int group : row.groups()) {
            places.get(group).ifPresent(before::set);
        }
        return now == null ? !before.isEmpty() : !before.equals(now);
    }
}
