package io.calque.directory.ldif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import io.calque.people.RequiredFact;
import io.calque.policy.Home;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LdifPeopleTest {
    private static final String COMPANY = """
            version: 1
            # the company

            dn: CN=Ann Smith,OU=Sales,DC=contoso,DC=com
            objectClass: top
            objectClass: person
            objectClass: user
            sAMAccountName: ann
            userPrincipalName: ann@contoso.com
            displayName: A
             nn Smith
            msRTCSIP-PrimaryUserAddress: sip:ann@contoso.com
            primaryGroupID: 1104
            department: Sales

            dn:: Q049SsO8cmdlbiBNw7xsbGVyLE9VPVNhbGVzLERDPWNvbnRvc28sREM9Y29t
            objectClass: user
            sAMAccountName: juergen
            displayName:: SsO8cmdlbiBNw7xsbGVy
            userAccountControl: 514
            memberOf: CN=Team,DC=contoso,DC=com

            dn: CN=PC1,DC=contoso,DC=com
            objectClass: user
            objectClass: computer
            sAMAccountName: PC1$

            dn: CN=Team,DC=contoso,DC=com
            objectClass: group
            sAMAccountName: Team
            member: CN=Bob,OU=Sales,DC=contoso,DC=com
            member: CN=CAL-Enterprise,DC=contoso,DC=com

            dn: CN=CAL-Enterprise,DC=contoso,DC=com
            objectClass: group
            sAMAccountName: CAL-Enterprise
            member: CN=Team,DC=contoso,DC=com

            dn: CN=Primary,DC=contoso,DC=com
            objectClass: group
            sAMAccountName: Primary
            objectSid:: AQUAAAAAAAUVAAAABOpyB9QJ5CJTRLGXUAQAAA==

            dn: CN=bob,OU=Sales,DC=contoso,DC=com
            objectClass: user
            sAMAccountName: bob
            """;

    private static List<Person> read(String text, PeopleQuery interest, Findings findings) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Person> people = new ArrayList<>();
        new LdifPeople("people.ldif", () -> new ByteArrayInputStream(bytes), "CONTOSO")
                .read(interest, people::add, findings);
        return people;
    }

    @Test
    void people_are_read_with_folded_and_encoded_values() {
        Findings findings = new Findings();
        List<Person> people = read(COMPANY, new PeopleQuery(Set.of("department"), Set.of()), findings);

        assertThat(findings.sorted()).isEmpty();
        assertThat(people)
                .extracting(p -> p.ids().account())
                .containsExactly("CONTOSO\\ann", "CONTOSO\\juergen", "CONTOSO\\bob");
        assertThat(people.getFirst().ids().displayName()).isEqualTo("Ann Smith");
        assertThat(people.getFirst().organisationalUnit()).isEqualTo("OU=Sales,DC=contoso,DC=com");
        assertThat(people.getFirst().attributes().get("Department")).containsExactly("Sales");
        assertThat(people.getFirst().place()).isEqualTo(Place.line("people.ldif", 4));
        assertThat(people.get(1).ids().displayName()).isEqualTo("Jürgen Müller");
        assertThat(people).extracting(Person::enabled).containsExactly(true, false, true);
    }

    @Test
    void nested_groups_and_primary_groups_count_and_circles_end() {
        List<Person> people = read(
                COMPANY,
                new PeopleQuery(Set.of(), Set.of("CAL-Enterprise", "Primary", "CN=Team, DC=contoso, DC=com")),
                new Findings());
        assertThat(people).extracting(p -> p.isIn("cal-enterprise")).containsExactly(false, true, true);
        assertThat(people)
                .extracting(p -> p.isIn("CN=Team, DC=contoso, DC=com"))
                .containsExactly(false, true, true);
        assertThat(people).extracting(p -> p.isIn("CONTOSO\\Primary")).containsExactly(true, false, false);
    }

    @Test
    void unknown_groups_and_attributes_are_told() {
        Findings findings = new Findings();
        read(COMPANY, new PeopleQuery(Set.of("shoeSize"), Set.of("Nobody")), findings);
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(Code.UNKNOWN_ATTRIBUTE, Code.GROUP_NOT_FOUND);
    }

    @Test
    void a_bad_record_is_told_with_its_line_and_the_others_are_read() {
        Findings findings = new Findings();
        List<Person> people = read("""
                dn: CN=a
                objectClass: user
                no colon here

                dn: CN=b
                objectClass: user

                dn: CN=c
                changetype: delete
                """, new PeopleQuery(Set.of(), Set.of()), findings);
        assertThat(people).extracting(p -> p.ids().distinguishedName()).containsExactly("CN=b");
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.LDIF_RECORD, Code.LDIF_RECORD);
        assertThat(findings.sorted())
                .extracting(f -> String.valueOf(f.place()))
                .containsExactly("people.ldif:1", "people.ldif:8");
    }

    @ParameterizedTest
    @CsvSource({
        "'changetype: modify|replace: mail|mail: a@x|-', a change (modify) is not an entry",
        "'changetype: modrdn|newrdn: CN=z|deleteoldrdn: 1', a change (moddn) is not an entry",
        "'objectClass: user|displayName:: no base64!', base64",
        "'objectClass: user|: nothing', name"
    })
    void what_is_no_entry_is_told_and_the_next_is_read(String lines, String expected) {
        Findings findings = new Findings();
        List<Person> people = read(
                "dn: CN=a\n" + lines.replace('|', '\n') + "\n\ndn: CN=b\nobjectClass: user\n",
                new PeopleQuery(Set.of(), Set.of()),
                findings);
        assertThat(people).extracting(p -> p.ids().distinguishedName()).containsExactly("CN=b");
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.LDIF_RECORD);
            assertThat(finding.message()).containsIgnoringCase(expected);
        });
    }

    @Test
    void a_line_without_an_end_is_refused_before_memory_ends() {
        Reader endless = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int count) {
                Arrays.fill(buffer, offset, offset + count, 'x');
                return count;
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> {
                    try (LineLimit limit = new LineLimit(endless)) {
                        limit.transferTo(Writer.nullWriter());
                    }
                })
                .hasMessage("a line is longer than 32 million characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description:< file:///etc/hostname",
                "descri\n ption:\n < file:///etc/hostname",
                "description:\n < file:///etc/hostname"
            })
    void values_from_elsewhere_are_refused(String line) {
        assertThatThrownBy(() -> read(
                        "dn: CN=a\nobjectClass: user\n" + line + "\n",
                        new PeopleQuery(Set.of("description"), Set.of()),
                        new Findings()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        f -> assertThat(f.findings().getFirst().code()).isEqualTo(Code.LDIF_RECORD));
    }

    @Property(tries = 300)
    void any_text_is_read_or_refused_and_nothing_else(@ForAll @StringLength(max = 200) String text) {
        try {
            read("dn: CN=a\nobjectClass: user\n" + text, new PeopleQuery(Set.of(), Set.of("x")), new Findings());
        } catch (Fault fault) {
            assertThat(fault.findings()).isNotEmpty();
        }
    }

    private static String group(String range, int from, int to) {
        StringBuilder text = new StringBuilder("dn: CN=Many,DC=x\nobjectClass: group\nsAMAccountName: Many\n");
        for (int i = from; i <= to; i++) {
            text.append(range).append(": CN=p").append(i).append(",DC=x\n");
        }
        return text.append('\n').toString();
    }

    private static String person(int i) {
        return "dn: CN=p" + i + ",DC=x\nobjectClass: user\nsAMAccountName: p" + i + "\n";
    }

    @Tag("spares-CQ740")
    @Test
    void members_that_come_in_parts_are_members_whether_in_one_record_or_in_several() {
        String text = person(3) + "\n" + person(1700) + "\n" + person(2000) + "\n"
                + group("member;range=0-1499", 0, 1499) + group("member;range=1500-*", 1500, 1700);
        Findings findings = new Findings();
        List<Person> people = read(text, new PeopleQuery(Set.of(), Set.of("Many")), findings);

        assertThat(findings.sorted()).isEmpty();
        assertThat(people).extracting(p -> p.isIn("Many")).containsExactly(true, true, false);
    }

    @Tag("raises-CQ740")
    @Test
    void a_group_of_which_only_the_first_members_were_exported_is_reported() {
        Findings findings = new Findings();
        read(
                person(3) + "\n" + group("member;range=0-1499", 0, 1499),
                new PeopleQuery(Set.of(), Set.of("Many")),
                findings);

        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.LDIF_VALUES_MISSING);
            assertThat(finding.message())
                    .isEqualTo("of the group CN=Many,DC=x the values from 1500 on of member are missing");
            assertThat(finding.place()).isEqualTo(Place.line("people.ldif", 5));
        });
    }

    @Test
    void values_of_a_persons_attribute_that_come_in_parts_are_joined_and_missing_ones_reported() {
        Findings findings = new Findings();
        String text = person(1) + "url;range=0-1: a\nurl;range=0-1: b\nurl;range=2-*: c\n\n" + person(2)
                + "url;range=0-1: a\nurl;range=0-1: b\n";
        List<Person> people = read(text, new PeopleQuery(Set.of("url"), Set.of()), findings);

        assertThat(people.getFirst().attributes().get("url")).containsExactly("a", "b", "c");
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly("of CN=p2,DC=x the values from 2 on of url are missing");
    }

    @Test
    void an_unknown_unit_is_reported_and_known_ones_may_be_escaped_in_any_way() {
        String text = "dn: CN=Ann,OU=Sales\\, North,DC=x\nobjectClass: user\nsAMAccountName: ann\n";
        List<RequiredFact> units = List.of(
                new RequiredFact(RequiredFact.Kind.UNIT, "OU=Sales\\2C North,DC=x", null),
                new RequiredFact(RequiredFact.Kind.UNIT, "OU=Sales\\2C Nroth,DC=x", null));
        Findings findings = new Findings();
        List<Person> people = read(text, new PeopleQuery(units), findings);

        assertThat(people.getFirst().isBelow("OU=Sales\\2C North,DC=x")).isTrue();
        assertThat(people.getFirst().isBelow("OU=Sales\\, North, DC=X")).isTrue();
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.UNIT_NOT_FOUND);
            assertThat(finding.help()).isEqualTo("Did you mean OU=Sales\\, North,DC=x?");
        });
    }

    @Test
    void the_name_of_a_person_is_not_the_name_of_a_group() {
        Findings findings = new Findings();
        read(COMPANY, new PeopleQuery(Set.of(), Set.of("CN=Bob,OU=Sales,DC=contoso,DC=com")), findings);
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly("CN=Bob,OU=Sales,DC=contoso,DC=com is not a group (user)");
    }

    @Test
    void accounts_of_another_domains_trust_are_not_people() {
        assertThat(read(
                        person(1) + "userAccountControl: 2080\n\n" + person(2) + "sAMAccountType: 805306370\n\n"
                                + person(3),
                        new PeopleQuery(Set.of(), Set.of()),
                        new Findings()))
                .extracting(p -> p.ids().samAccountName())
                .containsExactly("p3");
    }

    @Test
    void the_home_of_an_account_is_read() {
        String locator = "msRTCSIP-DeploymentLocator: ";
        assertThat(read(
                        person(1) + locator + "SRV:\n\n" + person(2) + locator + "sipfed.online.lync.com\n\n"
                                + person(3),
                        new PeopleQuery(Set.of(), Set.of()),
                        new Findings()))
                .extracting(Person::home)
                .containsExactly(Optional.of(Home.ON_PREMISES), Optional.of(Home.ONLINE), Optional.empty());
    }
}
