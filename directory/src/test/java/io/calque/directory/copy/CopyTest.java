package io.calque.directory.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.directory.connect.Address;
import io.calque.directory.copy.CopyStore.Draft;
import io.calque.directory.copy.CopyStore.Part;
import io.calque.directory.copy.Watermark.Change;
import io.calque.directory.copy.Watermark.History;
import io.calque.directory.copy.Watermark.Position;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.row.Guid;
import io.calque.directory.row.Layout;
import io.calque.directory.row.PersonRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CopyTest {
    private static final Layout LAYOUT = Layout.with(Set.of("department"));
    private static final GroupTree TREE = new GroupTree(List.of(
            new Group(Guid.ofName("CN=A,DC=x"), "CN=A,DC=x", "A", 1104L, List.of("A"), List.of()),
            new Group(Guid.ofName("CN=B,DC=x"), "CN=B,DC=x", null, null, List.of(), List.of(0))));
    private static final GroupTree OTHER = new GroupTree(List.of(
            new Group(Guid.ofName("CN=C,DC=x"), "CN=C,DC=x", "C", null, List.of("C"), List.of()),
            new Group(Guid.ofName("CN=A,DC=x"), "CN=A,DC=x", "A", 1104L, List.of("A"), List.of())));
    private static final History HISTORY = new History(
            7, List.of(new Change(new Guid(1, 2), 5, "20261124080000.0Z"), new Change(new Guid(3, 4), 7, "")));
    private static final CopyHeader HEADER = header(new Watermark.Usn(7));

    private static CopyHeader header(Watermark mark) {
        return new CopyHeader(
                "q", "reader", "FAKE", new Position(new Address("dc1", 636), "db", mark, HISTORY, null), LAYOUT, TREE);
    }

    @Provide
    Arbitrary<List<PersonRow>> rows() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<List<List<String>>> values =
                text.list().ofMaxSize(3).list().ofSize(LAYOUT.attributes().size());
        Arbitrary<List<Integer>> groups = Arbitraries.of(List.of(), List.of(0), List.of(1), List.of(0, 1));
        Arbitrary<Guid> guids = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.longs().between(0, 5))
                .as(Guid::new);
        return Combinators.combine(guids, text, values, groups)
                .as(PersonRow::new)
                .list()
                .ofMaxSize(8);
    }

    private static Map<Guid, PersonRow> read(Copy copy) throws IOException, DamagedCopyException {
        Map<Guid, PersonRow> read = new HashMap<>();
        copy.each(row -> assertThat(read.put(row.guid(), row)).isNull());
        return read;
    }

    private static void write(CopyStore store, Iterable<PersonRow> rows) throws IOException {
        try (CopyWriter writer = new CopyWriter(store, HEADER)) {
            rows.forEach(writer::add);
            writer.commit();
        }
    }

    private static Map<Guid, PersonRow> byGuid(List<PersonRow> rows) {
        Map<Guid, PersonRow> map = new HashMap<>();
        rows.forEach(row -> map.put(row.guid(), row));
        return map;
    }

    @Property(tries = 100)
    void what_was_written_is_read(@ForAll("rows") List<PersonRow> rows) throws IOException, DamagedCopyException {
        MemoryCopyStore store = new MemoryCopyStore();
        Map<Guid, PersonRow> expected = byGuid(rows);
        write(store, expected.values());
        Copy copy = Copy.open(store).orElseThrow();
        assertThat(copy.header()).isEqualTo(HEADER);
        assertThat(read(copy)).isEqualTo(expected);
        assertThat(copy.people()).isEqualTo(expected.size());
    }

    @Test
    void people_are_known_among_very_many() throws IOException, DamagedCopyException {
        MemoryCopyStore store = new MemoryCopyStore();
        List<List<String>> none = Collections.nCopies(LAYOUT.attributes().size(), List.of());
        write(
                store,
                LongStream.range(0, 10_000)
                        .mapToObj(i -> new PersonRow(new Guid(i / 2, i), "CN=" + i, none, List.of()))
                        .toList());
        Copy copy = Copy.open(store).orElseThrow();
        assertThat(copy.people()).isEqualTo(10_000);
        assertThat(copy.known(Set.of(new Guid(0, 0), new Guid(0, 2), new Guid(4999, 9999), new Guid(5000, 1))))
                .containsExactlyInAnyOrder(new Guid(0, 0), new Guid(4999, 9999));
    }

    @Test
    void a_base_put_in_place_of_another_is_not_asked_for_its_people() throws IOException, DamagedCopyException {
        MemoryCopyStore store = new MemoryCopyStore();
        write(store, List.of());
        Copy copy = Copy.open(store).orElseThrow();
        try (CopyWriter writer = new CopyWriter(store, header(new Watermark.Usn(8)))) {
            writer.commit();
        }
        assertThatThrownBy(copy::people).isInstanceOf(DamagedCopyException.class);
    }

    @Property(tries = 100)
    void changes_lie_over_the_base_and_survive_reopening(
            @ForAll("rows") List<PersonRow> base,
            @ForAll("rows") List<PersonRow> first,
            @ForAll("rows") List<PersonRow> second)
            throws IOException, DamagedCopyException {
        MemoryCopyStore store = new MemoryCopyStore();
        Map<Guid, PersonRow> expected = byGuid(base);
        write(store, List.copyOf(expected.values()));
        Set<Guid> gone = Set.copyOf(base.stream().limit(2).map(PersonRow::guid).toList());
        Map<Guid, PersonRow> changed = byGuid(first);
        changed.keySet().removeAll(gone);
        Copy once = Copy.open(store).orElseThrow().with(header(new Watermark.Usn(8)), changed.values(), gone);
        once.with(header(new Watermark.DirSync("00ff", true)), byGuid(second).values(), Set.of());

        expected.keySet().removeAll(gone);
        expected.putAll(changed);
        expected.putAll(byGuid(second));
        Copy copy = Copy.open(store).orElseThrow();
        assertThat(read(copy)).isEqualTo(expected);
        assertThat(copy.header().position().mark()).isEqualTo(new Watermark.DirSync("00ff", true));
        Set<Guid> asked = new HashSet<>(expected.keySet());
        asked.addAll(gone);
        asked.add(new Guid(0, 99));
        assertThat(copy.known(asked)).isEqualTo(expected.keySet());
        assertThat(copy.people()).isEqualTo(expected.size());
    }

    @Test
    void groups_are_followed_to_another_tree_by_their_names() throws IOException, DamagedCopyException {
        MemoryCopyStore store = new MemoryCopyStore();
        List<List<String>> none = new ArrayList<>();
        LAYOUT.attributes().forEach(a -> none.add(List.of()));
        PersonRow row = new PersonRow(new Guid(1, 1), "CN=p", none, List.of(0, 1));
        write(store, List.of(row));
        Copy.open(store).orElseThrow().with(HEADER.at(HEADER.position(), OTHER), List.of(), List.of());
        assertThat(read(Copy.open(store).orElseThrow()).values())
                .singleElement()
                .satisfies(r -> assertThat(r.groups()).containsExactly(1));
    }

    @Property(tries = 300)
    void damaged_bytes_are_found_and_never_taken_for_people(
            @ForAll("rows") List<PersonRow> rows, @ForAll int position, @ForAll byte value) throws IOException {
        MemoryCopyStore store = new MemoryCopyStore();
        Map<Guid, PersonRow> expected = byGuid(rows);
        write(store, expected.values());
        byte[] bytes = bytes(store);
        int at = Math.floorMod(position, bytes.length);
        boolean same = bytes[at] == value;
        bytes[at] = value;
        assertThat(readable(bytes)).isEqualTo(same);
    }

    @Property(tries = 300)
    void any_bytes_are_refused_without_harm(@ForAll byte[] bytes) throws IOException {
        assertThat(readable(bytes)).isFalse();
    }

    @Property(tries = 50)
    void a_copy_that_breaks_off_is_refused(@ForAll("rows") List<PersonRow> rows, @ForAll int length)
            throws IOException {
        MemoryCopyStore store = new MemoryCopyStore();
        write(store, byGuid(rows).values());
        byte[] bytes = bytes(store);
        assertThat(readable(Arrays.copyOf(bytes, Math.floorMod(length, bytes.length))))
                .isFalse();
    }

    private static byte[] bytes(CopyStore store) throws IOException {
        try (InputStream in = store.open(Part.BASE).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private static boolean readable(byte[] bytes) throws IOException {
        MemoryCopyStore store = new MemoryCopyStore();
        try (Draft draft = store.replace(Part.BASE)) {
            draft.out().write(bytes);
            draft.commit();
        }
        try {
            Copy copy = Copy.open(store).orElseThrow();
            copy.each(row -> {});
            return copy.people() >= 0;
        } catch (DamagedCopyException e) {
            return false;
        }
    }
}
