package io.calque.directory.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.wire.MalformedAnswerException;
import io.calque.directory.wire.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class ByteRowsTest {
    private static final Layout LAYOUT =
            Layout.with(Set.of("department", "extensionAttribute1", "primaryGroupID", "memberOf"));
    private static final GroupTree TREE = new GroupTree(List.of(
            new Group(Guid.ofName("CN=A,DC=x"), "CN=A,DC=x", "A", 1104L, List.of("A"), List.of()),
            new Group(Guid.ofName("CN=Bé,DC=x"), "CN=Bé,DC=x", null, 513L, List.of(), List.of(0))));
    private static final RowReader READER = new RowReader(LAYOUT, TREE);

    /** What was heard of a page, in order. */
    private static final class Heard implements ByteRows.Listener {
        final List<PersonRow> rows = new ArrayList<>();
        final List<Guid> partial = new ArrayList<>();
        final List<String> unidentified = new ArrayList<>();

        @Override
        public void row(PersonRow row) {
            rows.add(row);
        }

        @Override
        public void partial(Guid guid) {
            partial.add(guid);
        }

        @Override
        public void unidentified(String dn) {
            unidentified.add(dn);
        }
    }

    private static Heard hear(Page page) {
        Heard heard = new Heard();
        ByteRows rows = READER.bytes();
        page.entries(entry -> rows.read(entry, heard));
        return heard;
    }

    private static Attribute guid(long number) {
        return new Attribute(RowReader.GUID, new Guid(number, number).bytes());
    }

    @Provide
    Arbitrary<List<SearchResultEntry>> entries() {
        Arbitrary<String> names = Combinators.combine(
                        Arbitraries.of(READER.requested()), Arbitraries.of(true, true, false))
                .as((name, exact) -> exact ? name : name.toUpperCase(Locale.ROOT));
        Arbitrary<List<String>> texts =
                Arbitraries.strings().ofMaxLength(200).list().ofMaxSize(3);
        Arbitrary<List<String>> groups = Arbitraries.of("CN=A,DC=x", "cn=bÉ,dc=X", "CN=Other,DC=x")
                .list()
                .ofMaxSize(3);
        Arbitrary<Attribute> plain = Combinators.combine(names, texts)
                .as((name, values) -> new Attribute(name, values))
                .filter(a -> !Set.of("objectguid", "memberof", "primarygroupid")
                        .contains(a.getName().toLowerCase(Locale.ROOT)));
        Arbitrary<Attribute> odd = Combinators.combine(Arbitraries.of("mail", "department;lang-de", ""), texts)
                .as((name, values) -> new Attribute(name, values));
        Arbitrary<Attribute> memberships = groups.map(values -> new Attribute("MemberOf", values));
        Arbitrary<Attribute> primary = Arbitraries.of("513", "1104", "9", "none", "")
                .map(value -> new Attribute(RowReader.PRIMARY_GROUP, value));
        Arbitrary<Attribute> identity = Arbitraries.longs().map(ByteRowsTest::guid);
        Arbitrary<List<Attribute>> attributes = Arbitraries.frequencyOf(
                        Tuple.of(6, plain),
                        Tuple.of(1, odd),
                        Tuple.of(2, memberships),
                        Tuple.of(2, primary),
                        Tuple.of(4, identity))
                .list()
                .uniqueElements(a -> a.getName().toLowerCase(Locale.ROOT))
                .ofMaxSize(10);
        return Combinators.combine(Arbitraries.strings().ofMaxLength(30), attributes)
                .as((dn, list) -> new SearchResultEntry(dn, list))
                .list()
                .ofMaxSize(5);
    }

    @Property(tries = 400)
    void rows_from_bytes_are_the_rows_from_entries(@ForAll("entries") List<SearchResultEntry> entries) {
        Heard heard = hear(Page.of(entries));
        assertThat(heard.partial).isEmpty();
        assertThat(heard.rows)
                .isEqualTo(entries.stream()
                        .map(READER::row)
                        .filter(row -> row != null)
                        .toList());
        assertThat(heard.unidentified)
                .isEqualTo(entries.stream()
                        .filter(entry -> READER.row(entry) == null)
                        .map(SearchResultEntry::getDN)
                        .toList());
    }

    @Test
    void whoever_has_more_memberships_than_fit_is_read_again() {
        Collection<String> many =
                IntStream.range(0, 1500).mapToObj(i -> "CN=" + i).toList();
        Heard heard = hear(Page.of(List.of(
                new SearchResultEntry("CN=p", List.of(guid(1), new Attribute("memberOf;range=0-1499", many))),
                new SearchResultEntry("CN=q", List.of(guid(2))))));
        assertThat(heard.partial).containsExactly(new Guid(1, 1));
        assertThat(heard.rows).extracting(PersonRow::dn).containsExactly("CN=q");
    }

    @Test
    void a_value_that_is_longer_than_its_attribute_is_refused() {
        byte[] bytes = Page.of(
                        List.of(new SearchResultEntry("CN=p", List.of(new Attribute("department", "Sales"), guid(1)))))
                .bytes();
        int value = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Sales");
        bytes[value - 1]++;

        assertThatThrownBy(() -> hear(new Page(bytes, bytes.length)))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessage("an element is longer than what it lies in");
    }

    @Property(tries = 400)
    void damaged_answers_are_refused_without_harm(
            @ForAll("entries") List<SearchResultEntry> entries, @ForAll int position, @ForAll byte value) {
        Page whole = Page.of(entries);
        byte[] bytes = Arrays.copyOf(whole.bytes(), whole.length());
        if (bytes.length > 0) {
            bytes[Math.floorMod(position, bytes.length)] = value;
        }
        assertThatCode(() -> {
                    try {
                        hear(new Page(bytes, bytes.length))
                                .rows
                                .forEach(row -> row.values()
                                        .forEach(values -> assertThat(values).doesNotContainNull()));
                    } catch (MalformedAnswerException e) {
                        assertThat(e).hasMessageMatching("[a-z].*");
                    }
                })
                .doesNotThrowAnyException();
    }
}
