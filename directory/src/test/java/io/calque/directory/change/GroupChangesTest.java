package io.calque.directory.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.Controllers;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Copy;
import io.calque.directory.copy.CopyHeader;
import io.calque.directory.copy.CopyStore;
import io.calque.directory.copy.CopyWriter;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.copy.Watermark;
import io.calque.directory.fake.FakeController;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.row.Guid;
import io.calque.directory.row.Layout;
import io.calque.directory.row.PersonRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupChangesTest {
    private static final int PEOPLE = 600, GROUPS = 60;
    private static final Layout LAYOUT = Layout.with(Set.of());

    private final Random random = new Random(5);
    /** For each person the groups that the copy knows, and those that the directory has now. */
    private final List<Set<Integer>> before = memberships();

    private final List<Set<Integer>> now = changed(before);

    /** Counts how often the people of a copy are read. */
    private static final class CountingStore implements CopyStore {
        private final CopyStore store = new MemoryCopyStore();
        private int passes;

        @Override
        public Optional<InputStream> open(Part part) throws IOException {
            passes += part == Part.BASE ? 1 : 0;
            return store.open(part);
        }

        @Override
        public Optional<InputStream> openEnd(Part part, long bytes) throws IOException {
            return store.openEnd(part, bytes);
        }

        @Override
        public Draft replace(Part part) throws IOException {
            return store.replace(part);
        }

        @Override
        public void remove(Part part) throws IOException {
            store.remove(part);
        }
    }

    private List<Set<Integer>> memberships() {
        List<Set<Integer>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(new HashSet<>(random.ints(3, 0, GROUPS).boxed().toList()));
        }
        return all;
    }

    private List<Set<Integer>> changed(List<Set<Integer>> from) {
        List<Set<Integer>> all = new ArrayList<>();
        for (Set<Integer> each : from) {
            Set<Integer> other = new HashSet<>(each);
            if (random.nextInt(4) == 0) {
                int group = random.nextInt(GROUPS);
                if (!other.remove(group)) {
                    other.add(group);
                }
            }
            all.add(other);
        }
        return all;
    }

    private static String person(int i) {
        return "CN=p" + i + ",DC=x";
    }

    private static GroupTree tree(int from) {
        return new GroupTree(IntStream.range(from, GROUPS)
                .mapToObj(
                        g -> new Group(Guid.ofName("g" + g), "CN=g" + g + ",DC=x", "g" + g, null, List.of(), List.of()))
                .toList());
    }

    private List<Entry> directory() {
        List<Entry> entries = new ArrayList<>(List.of(new Entry("")));
        entries.getFirst().addAttribute("defaultNamingContext", "DC=x");
        for (int g = 0; g < GROUPS; g++) {
            Entry group = new Entry("CN=g" + g + ",DC=x");
            group.addAttribute("objectClass", "group");
            for (int i = 0; i < PEOPLE; i++) {
                if (now.get(i).contains(g)) {
                    group.addAttribute("member", person(i).toUpperCase(Locale.ROOT));
                }
            }
            entries.add(group);
        }
        return entries;
    }

    /** A copy that does not know the first group yet. */
    private Copy copy(CopyStore store) throws IOException, DamagedCopyException {
        Watermark.Position position = new Watermark.Position(
                new Address("dc", 636), "db", new Watermark.Usn(1), Watermark.History.UNKNOWN, null);
        try (CopyWriter writer = new CopyWriter(store, new CopyHeader("", "", "", position, LAYOUT, tree(1)))) {
            for (int i = 0; i < PEOPLE; i++) {
                List<Integer> groups = before.get(i).stream()
                        .filter(g -> g > 0)
                        .map(g -> g - 1)
                        .sorted()
                        .toList();
                writer.add(new PersonRow(
                        new Guid(1, i),
                        person(i),
                        Collections.nCopies(LAYOUT.attributes().size(), List.of()),
                        groups));
            }
            writer.commit();
        }
        return Copy.open(store).orElseThrow();
    }

    @Test
    void all_changed_groups_are_compared_in_one_pass_over_the_copy() throws IOException, DamagedCopyException {
        CountingStore store = new CountingStore();
        Copy copy = copy(store);
        Set<Guid> touched = new HashSet<>();
        for (int g = 1; g < GROUPS; g++) {
            touched.add(Guid.ofName("g" + g));
        }
        Set<Guid> found = new HashSet<>();
        try (FakeController fake = new FakeController(directory());
                Session session = new Controllers(fake.settings()).open(null, _ -> {})) {
            store.passes = 0;
            assertThat(new GroupChanges(copy, tree(0), touched).compare(session, Long.MAX_VALUE, found::add))
                    .isTrue();
            assertThat(store.passes).isEqualTo(1);
        }

        Set<Guid> expected = new HashSet<>();
        for (int i = 0; i < PEOPLE; i++) {
            Set<Integer> known = new HashSet<>(before.get(i));
            known.remove(0);
            if (!known.equals(now.get(i))) {
                expected.add(new Guid(1, i));
            }
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(50);
    }

    @Test
    void groups_with_more_members_than_is_worth_while_are_not_compared() throws IOException, DamagedCopyException {
        Copy copy = copy(new MemoryCopyStore());
        Set<Guid> found = new HashSet<>();
        try (FakeController fake = new FakeController(directory());
                Session session = new Controllers(fake.settings()).open(null, _ -> {})) {
            GroupChanges changes = new GroupChanges(copy, tree(0), Set.of(Guid.ofName("g1")));
            assertThat(changes.members())
                    .isEqualTo(
                            before.stream().filter(groups -> groups.contains(1)).count());
            assertThat(changes.compare(session, 2, found::add)).isFalse();
        }
        assertThat(found).isEmpty();
    }
}
