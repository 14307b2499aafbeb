package io.calque.directory.samba;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.DirectorySettings;
import io.calque.directory.LdapPeople;
import io.calque.directory.change.Disappearance;
import io.calque.directory.change.Outcome;
import io.calque.directory.change.ReadMode;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.directory.copy.Copy;
import io.calque.directory.copy.CopyStore;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.copy.Watermark.Position;
import io.calque.directory.read.Scope;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes people without touching them is followed, or everybody is read again. */
@Tag("integration")
@Tag("samba")
class SambaUntouchedPeopleTest {
    private static final String UNIT = "OU=Untouched," + DomainController.DOMAIN;
    private static final String USERS = "CN=Domain Users,CN=Users," + DomainController.DOMAIN;
    private static DomainController dc;

    private final CopyStore store = new MemoryCopyStore();
    private @Nullable Administrator connected;

    @BeforeAll
    static void start() {
        dc = DomainController.get();
    }

    @BeforeEach
    void people() throws LDAPException {
        connected = new Administrator(dc.asAdministrator());
        admin().deleteAll(UNIT);
        admin().addUnit(UNIT);
        admin().addUnit("OU=One," + UNIT);
        admin().addUnit("OU=Two," + UNIT);
        admin().addGroup("Named", "OU=One," + UNIT);
        admin().addGroup("Other", "OU=Two," + UNIT);
        for (String name : List.of("ann", "bob", "cem")) {
            admin().addPerson(name, UNIT);
            admin().set("CN=" + name + "," + UNIT, "department", "A");
        }
    }

    @AfterEach
    void away() throws LDAPException {
        admin().deleteAll(UNIT);
        admin().close();
    }

    private Administrator admin() {
        Administrator admin = connected;
        if (admin == null) {
            throw new IllegalStateException("nobody is connected");
        }
        return admin;
    }

    private static DirectorySettings settings(Login login, Tracking tracking, @Nullable Filter filter) {
        return new DirectorySettings(
                dc.settings(Encryption.LDAPS, login),
                new Scope(UNIT, filter, false),
                null,
                tracking,
                new Disappearance(1));
    }

    private record Seen(Map<String, Person> people, Outcome outcome) {
        String mode() {
            return switch (outcome.mode()) {
                case ReadMode.Full(var _, String because) -> because;
                case ReadMode.Changes _ -> "changes";
            };
        }

        List<String> in(String group) {
            return people.entrySet().stream()
                    .filter(each -> each.getValue().isIn(group))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private Seen read(DirectorySettings settings, PeopleQuery query) {
        LdapPeople source = new LdapPeople(settings, store);
        Outcome outcome = source.refresh(query, new Findings());
        Map<String, Person> people = new TreeMap<>();
        source.read(query, p -> people.put(String.valueOf(p.ids().samAccountName()), p), new Findings());
        return new Seen(people, outcome);
    }

    private static PeopleQuery groups() {
        return new PeopleQuery(Set.of(), Set.of("Named"));
    }

    private Seen read(Tracking tracking, PeopleQuery query) {
        return read(settings(DomainController.administrator(), tracking, null), query);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "USN"})
    void the_primary_group_of_all_is_nested_into_a_named_one(Tracking tracking) throws LDAPException {
        assertThat(read(tracking, groups()).in("Named")).isEmpty();
        admin().join("CN=Named,OU=One," + UNIT, USERS);
        assertThat(read(tracking, groups()).in("Named")).containsExactly("ann", "bob", "cem");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "USN"})
    void a_primary_group_is_renamed(Tracking tracking) throws LDAPException {
        String group = "CN=Named,OU=One," + UNIT;
        admin().join(group, "CN=ann," + UNIT);
        admin().set("CN=ann," + UNIT, "primaryGroupID", Integer.toString(admin().rid(group)));
        assertThat(read(tracking, groups()).in("Named")).containsExactly("ann");
        admin().rename(group, "CN=Renamed", null);
        assertThat(read(tracking, groups()).in("Named")).containsExactly("ann");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "USN"})
    void two_units_with_groups_of_one_name_change_places(Tracking tracking) throws LDAPException {
        PeopleQuery both = new PeopleQuery(Set.of(), Set.of("Named", "Other"));
        admin().rename("CN=Other,OU=Two," + UNIT, "CN=Named", null);
        admin().join("CN=Named,OU=One," + UNIT, "CN=ann," + UNIT);
        admin().join("CN=Named,OU=Two," + UNIT, "CN=bob," + UNIT);
        read(tracking, both);
        admin().rename("OU=One," + UNIT, "OU=Between", null);
        admin().rename("OU=Two," + UNIT, "OU=One", null);
        admin().rename("OU=Between," + UNIT, "OU=Two", null);
        Seen after = read(tracking, both);
        assertThat(after.in("Named")).containsExactly("ann");
        assertThat(after.in("Other")).containsExactly("bob");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "USN"})
    void whoever_matches_the_filter_no_longer_is_gone(Tracking tracking) throws LDAPException {
        DirectorySettings settings =
                settings(DomainController.administrator(), tracking, Filter.createEqualityFilter("department", "A"));
        PeopleQuery nothing = new PeopleQuery(Set.of(), Set.of());
        assertThat(read(settings, nothing).people()).containsOnlyKeys("ann", "bob", "cem");
        admin().set("CN=bob," + UNIT, "department", "B");
        Seen after = read(settings, nothing);
        assertThat(after.people()).containsOnlyKeys("ann", "cem");
        assertThat(after.mode()).isEqualTo("changes");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "USN"})
    void a_manager_is_renamed(Tracking tracking) throws LDAPException {
        PeopleQuery manager = new PeopleQuery(Set.of("manager"), Set.of());
        admin().set("CN=ann," + UNIT, "manager", "CN=bob," + UNIT);
        read(tracking, manager);
        admin().rename("CN=bob," + UNIT, "CN=Robert", null);
        Person ann = read(tracking, manager).people().get("ann");
        assertThat(ann).isNotNull();
        assertThat(ann.attributes().get("manager")).containsExactly("CN=Robert," + UNIT);
    }

    @Test
    void the_other_end_of_a_link_is_read_from_everybody() throws LDAPException {
        PeopleQuery memberOf = new PeopleQuery(Set.of("memberOf"), Set.of());
        read(Tracking.AUTO, memberOf);
        admin().join("CN=Named,OU=One," + UNIT, "CN=ann," + UNIT);
        Seen after = read(Tracking.AUTO, memberOf);
        assertThat(after.mode()).isEqualTo("'memberof' can change without a trace on the people who have it");
        assertThat(after.people().get("ann"))
                .satisfies(p -> assertThat(p.attributes().get("memberOf")).containsExactly("CN=Named,OU=One," + UNIT));
    }

    @Test
    void another_account_reads_everybody() {
        read(Tracking.AUTO, groups());
        assertThat(read(settings(DomainController.reader(), Tracking.AUTO, null), groups())
                        .mode())
                .isEqualTo("another account, or the same one in other groups, read it before");
    }

    @Test
    void deletions_that_may_have_expired_are_found_by_reading_everybody() throws IOException, DamagedCopyException {
        read(Tracking.USN, groups());
        Copy copy = Copy.open(store).orElseThrow();
        Position at = copy.header().position();
        Position old = new Position(
                at.address(),
                at.database(),
                at.mark(),
                at.history(),
                at.at() == null ? null : at.at().minus(Duration.ofDays(180)));
        copy.with(copy.header().at(old, copy.header().tree()), List.of(), List.of());
        assertThat(read(Tracking.USN, groups()).mode())
                .isEqualTo("what was deleted since the last reading may not be shown any more");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "USN"})
    void a_database_that_was_put_back_and_has_counted_on_is_found_out(Tracking tracking) throws LDAPException {
        PeopleQuery department = new PeopleQuery(Set.of("department"), Set.of());
        dc.snapshot();
        reconnect();
        admin().set("CN=ann," + UNIT, "department", "lost");
        read(tracking, department);
        dc.putBack();
        reconnect();
        for (int i = 0; i < 5; i++) {
            admin().set("CN=bob," + UNIT, "department", "B" + i);
        }
        Seen after = read(tracking, department);
        assertThat(after.mode()).isEqualTo("the controller's database was put back to an earlier state");
        assertThat(after.people().get("ann"))
                .satisfies(p -> assertThat(p.attributes().get("department")).containsExactly("A"));
    }

    private void reconnect() throws LDAPException {
        admin().close();
        connected = new Administrator(dc.asAdministrator());
    }

    @Tag("raises-CQ744")
    @Test
    void members_that_this_domain_does_not_hold_are_reported() throws LDAPException {
        admin().connection().add(new Entry("CN=Partner," + UNIT, new Attribute("objectClass", "contact")));
        admin().join("CN=Named,OU=One," + UNIT, "CN=Partner," + UNIT);
        Findings findings = new Findings();
        new LdapPeople(settings(DomainController.administrator(), Tracking.AUTO, null), store)
                .refresh(groups(), findings);
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.MEMBERS_ELSEWHERE);
            assertThat(finding.message())
                    .isEqualTo(
                            "1 member of the groups that rules name can't be read in this domain: CN=Partner," + UNIT);
        });
    }

    @Tag("spares-CQ744")
    @Test
    void members_of_this_domain_are_not_reported() throws LDAPException {
        admin().join("CN=Named,OU=One," + UNIT, "CN=ann," + UNIT);
        Findings findings = new Findings();
        new LdapPeople(settings(DomainController.administrator(), Tracking.AUTO, null), store)
                .refresh(groups(), findings);
        assertThat(findings.sorted()).extracting(Finding::code).doesNotContain(Code.MEMBERS_ELSEWHERE);
    }
}
