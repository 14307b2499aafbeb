package io.calque.directory.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.wire.MalformedAnswerException;
import io.calque.directory.wire.Page;
import io.calque.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whatever entries a server tells are rows that can be used, or are refused; and rows from bytes are those from entries. */
class RowsFuzzTest {
    private static final GroupTree TREE = new GroupTree(
            List.of(new Group(Guid.ofName("CN=A,DC=x"), "CN=A,DC=x", "A", 513L, List.of("A"), List.of())));
    private static final Layout LAYOUT = Layout.with(Set.of("department"));
    private static final RowReader READER = new RowReader(LAYOUT, TREE);

    /** What is heard of a page, in order: rows, and null for every entry that gives none. */
    private static List<@Nullable PersonRow> heard(Page page) {
        List<@Nullable PersonRow> heard = new ArrayList<>();
        ByteRows rows = READER.bytes();
        page.entries(entry -> rows.read(entry, new ByteRows.Listener() {
            @Override
            public void row(PersonRow row) {
                heard.add(row);
            }

            @Override
            public void partial(Guid guid) {
                heard.add(null);
            }

            @Override
            public void unidentified(String dn) {
                heard.add(null);
            }
        }));
        return heard;
    }

    @FuzzTest(maxDuration = "3m")
    void any_page_is_people_or_refused(byte[] bytes) {
        try {
            Persons persons = new Persons(LAYOUT, TREE, "CONTOSO");
            for (PersonRow row : heard(new Page(bytes, bytes.length))) {
                if (row != null) {
                    Person person = persons.person(row, null);
                    assertThat(person.ids().title()).isNotNull();
                    assertThat(row.values()).hasSize(LAYOUT.attributes().size());
                }
            }
        } catch (MalformedAnswerException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "3m")
    void rows_of_any_entry_are_the_same_from_bytes_and_from_an_entry(byte[] bytes) {
        SearchResultEntry entry = entry(bytes);
        if (entry != null && entry.getAttributes().stream().noneMatch(RowsFuzzTest::isPart)) {
            List<@Nullable PersonRow> expected = new ArrayList<>();
            expected.add(READER.row(entry));
            assertThat(heard(Page.of(List.of(entry)))).isEqualTo(expected);
        }
    }

    /** The library takes values for octets whatever their kind, and sends them on as that kind; bytes of another kind are refused here. */
    private static SearchResultEntry octets(SearchResultEntry entry) {
        return new SearchResultEntry(
                entry.getDN(),
                entry.getAttributes().stream()
                        .map(attribute -> new Attribute(attribute.getName(), attribute.getValueByteArrays()))
                        .toList());
    }

    private static boolean isPart(Attribute attribute) {
        return attribute.getName().regionMatches(true, 0, "memberOf;", 0, "memberOf;".length());
    }

    /** The entry that the LDAP library sees in a message; null where it sees none. */
    private static @Nullable SearchResultEntry entry(byte[] bytes) {
        try {
            LDAPMessage message = LDAPMessage.decode(ASN1Element.decode(bytes).decodeAsSequence());
            return message.getProtocolOpType() == LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_RESULT_ENTRY
                    ? octets(message.getSearchResultEntryProtocolOp().toSearchResultEntry())
                    : null;
        } catch (ASN1Exception | LDAPException e) {
            return null;
        }
    }
}
