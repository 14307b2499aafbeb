package io.calque.directory.copy;

import io.calque.directory.copy.CopyStore.Draft;
import io.calque.directory.copy.CopyStore.Part;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Guid;
import io.calque.directory.row.PersonRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A kept copy: a base, and what changed since. Only the changes are in memory; the base is streamed. It is as of the moment it was
 * opened; one thread at a time.
 */
public final class Copy {
    private final CopyStore store;
    private final CopyHeader base;
    private final CopyHeader header;
    private final Map<Guid, PersonRow> changed;
    private final Set<Guid> removed;

    private Copy(CopyStore store, CopyHeader base, CopyHeader header, Map<Guid, PersonRow> changed, Set<Guid> removed) {
        this.store = store;
        this.base = base;
        this.header = header;
        this.changed = changed;
        this.removed = removed;
    }

    /**
     * The copy in a store; empty when there is none.
     *
     * @throws DamagedCopyException when there is one that can't be used
     */
    public static Optional<Copy> open(CopyStore store) throws IOException, DamagedCopyException {
        Optional<InputStream> opened = store.open(Part.BASE);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = opened.get()) {
            CopyHeader base = HeaderCodec.read(new Decoder(in));
            return Optional.of(withChanges(store, base));
        }
    }

    private static Copy withChanges(CopyStore store, CopyHeader base) throws IOException, DamagedCopyException {
        Map<Guid, PersonRow> changed = new TreeMap<>();
        Set<Guid> removed = new TreeSet<>();
        Optional<InputStream> opened = store.open(Part.CHANGES);
        if (opened.isEmpty()) {
            return new Copy(store, base, base, changed, removed);
        }
        try (InputStream in = opened.get()) {
            Decoder decoder = new Decoder(in);
            CopyHeader belongs = HeaderCodec.read(decoder);
            CopyHeader header = HeaderCodec.read(decoder);
            if (!belongs.equals(base) || !header.layout().equals(base.layout())) {
                // Left over from a base that was replaced before this could be taken away.
                return new Copy(store, base, base, changed, removed);
            }
            int[] groups = RowCodec.identity(header.tree().groups().size());
            while (decoder.next()) {
                Guid guid = RowCodec.guid(decoder);
                if (decoder.rest() == 0) {
                    removed.add(guid);
                } else {
                    changed.put(
                            guid,
                            RowCodec.row(
                                    guid, decoder, base.layout().attributes().size(), groups));
                }
            }
            return new Copy(store, base, header, changed, removed);
        }
    }

    /** What it is a copy of, as of its last change. */
    public CopyHeader header() {
        return header;
    }

    /**
     * Whether the base holds memberships in groups that matter no longer. Nobody keeps them up to date: when such a group matters again,
     * they must not come back.
     */
    public boolean holdsForgottenGroups() {
        return !header.tree().byGuid().keySet().containsAll(base.tree().byGuid().keySet());
    }

    /** How many changes lie beside the base; many of them make it worth while to write it again. */
    public int weight() {
        return changed.size() + removed.size();
    }

    /**
     * All people: those of the base in its order, then those that changed, by identity.
     *
     * @throws DamagedCopyException when the base turns out not to be whole; what came before that is not to be used
     */
    public void each(Consumer<PersonRow> consumer) throws IOException, DamagedCopyException {
        int width = base.layout().attributes().size();
        int[] groups = meaning(base.tree(), header.tree());
        try (InputStream in = store.open(Part.BASE).orElseThrow(() -> new IOException("the copy was taken away"))) {
            Decoder decoder = new Decoder(in);
            if (!HeaderCodec.read(decoder).equals(base)) {
                throw new IOException("the copy was replaced by another run");
            }
            while (decoder.next()) {
                Guid guid = RowCodec.guid(decoder);
                if (changed.containsKey(guid) || removed.contains(guid)) {
                    decoder.skip();
                } else {
                    consumer.accept(RowCodec.row(guid, decoder, width, groups));
                }
            }
        }
        changed.values().forEach(consumer);
    }

    /** Those of some identities who are in the copy. */
    public Set<Guid> known(Set<Guid> guids) throws IOException, DamagedCopyException {
        if (guids.isEmpty()) {
            return Set.of();
        }
        Set<Guid> known = new TreeSet<>(Identities.find(store, base, guids).known());
        known.removeAll(removed);
        changed.keySet().stream().filter(guids::contains).forEach(known::add);
        return known;
    }

    /** How many people are in the copy. */
    public long people() throws IOException, DamagedCopyException {
        Set<Guid> touched = new HashSet<>(removed);
        touched.addAll(changed.keySet());
        Identities.Found found = Identities.find(store, base, touched);
        return found.people() - found.known().size() + changed.size();
    }

    /**
     * Keeps what changed, in one piece with the new position.
     *
     * @param newHeader the copy as it is now; same question, same layout
     * @param rows people as they are now, with groups of the new tree
     * @param gone people who are no longer in the answer
     */
    public Copy with(CopyHeader newHeader, Collection<PersonRow> rows, Collection<Guid> gone) throws IOException {
        int[] groups = meaning(header.tree(), newHeader.tree());
        Map<Guid, PersonRow> nowChanged = new TreeMap<>();
        changed.forEach((guid, row) -> nowChanged.put(guid, regrouped(row, groups)));
        Set<Guid> nowRemoved = new TreeSet<>(removed);
        rows.forEach(row -> {
            nowChanged.put(row.guid(), row);
            nowRemoved.remove(row.guid());
        });
        gone.forEach(guid -> {
            nowChanged.remove(guid);
            nowRemoved.add(guid);
        });
        try (Draft draft = store.replace(Part.CHANGES)) {
            Encoder encoder = new Encoder(draft.out());
            HeaderCodec.write(base, encoder);
            HeaderCodec.write(newHeader, encoder);
            for (PersonRow row : nowChanged.values()) {
                RowCodec.write(row, encoder);
            }
            for (Guid guid : nowRemoved) {
                RowCodec.writeGone(guid, encoder);
            }
            encoder.finish();
            draft.commit();
        }
        return new Copy(store, base, newHeader, nowChanged, nowRemoved);
    }

    private static PersonRow regrouped(PersonRow row, int[] groups) {
        List<Integer> now = row.groups().stream()
                .map(g -> groups[g])
                .filter(g -> g >= 0)
                .sorted()
                .toList();
        return new PersonRow(row.guid(), row.dn(), row.values(), now);
    }

    /** For each group of a tree its index in another; -1 where it is not there. */
    private static int[] meaning(GroupTree from, GroupTree to) {
        Map<Guid, Integer> index = to.byGuid();
        return from.groups().stream()
                .mapToInt(g -> index.getOrDefault(g.guid(), -1))
                .toArray();
    }
}
