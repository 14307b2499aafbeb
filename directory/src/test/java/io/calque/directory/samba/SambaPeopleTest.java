package io.calque.directory.samba;

import static io.calque.directory.samba.DomainController.BASE;
import static io.calque.directory.samba.DomainController.DOMAIN;
import static io.calque.directory.samba.DomainController.ENABLED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.ConnectionTest;
import io.calque.directory.DirectorySettings;
import io.calque.directory.LdapPeople;
import io.calque.directory.StepResult;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Controllers;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.observe.DirectoryUsers;
import io.calque.directory.observe.KnownUsers;
import io.calque.directory.observe.PolicyNames;
import io.calque.directory.read.PeopleReader;
import io.calque.directory.read.Ranges;
import io.calque.directory.read.Scope;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Layout;
import io.calque.directory.row.RowReader;
import io.calque.people.Identifiers;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import io.calque.people.RequiredFact;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import io.calque.workspace.DirectoryNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
@Tag("samba")
class SambaPeopleTest {
    private static DomainController dc;

    @BeforeAll
    static void start() {
        dc = DomainController.get();
    }

    private static Map<String, Person> read(PeopleQuery interest, Findings findings) {
        Map<String, Person> people = new HashMap<>();
        new LdapPeople(
                        new DirectorySettings(dc.settings(), new Scope(BASE, null, false), null, Tracking.AUTO),
                        new MemoryCopyStore())
                .read(interest, person -> people.put(String.valueOf(person.ids().samAccountName()), person), findings);
        return people;
    }

    @Test
    void enabled_people_are_read_with_their_names_and_the_attributes_that_rules_name() {
        Findings findings = new Findings();
        Map<String, Person> people = read(new PeopleQuery(Set.of("Department"), Set.of()), findings);

        assertThat(people).hasSize(ENABLED).doesNotContainKey("u00025");
        Person person = requireNonNull(people.get("u00021"));
        assertThat(person.ids().account()).isEqualTo("ADTEST\\u00021");
        assertThat(person.ids().userPrincipalName()).isEqualTo("u00021@ad.example.test");
        assertThat(person.ids().sipAddress()).isEqualTo("sip:u00021@example.test");
        assertThat(person.ids().displayName()).isEqualTo("Bob Петров 21");
        assertThat(person.organisationalUnit()).isEqualTo("OU=Leavers,OU=Calque," + DOMAIN);
        assertThat(person.attributes().get("department")).containsExactly("Support");
        assertThat(person.attributes().get("telephoneNumber")).containsExactly("+49 89 5550 000021");
        assertThat(person.attributes().get("mail")).as("not asked for").isEmpty();
        assertThat(person.groups()).as("not asked for").isEmpty();
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void members_of_nested_groups_are_members_through_circles_too() {
        Map<String, Person> people = read(
                new PeopleQuery(Set.of(), Set.of("CAL-Standard", "ADTEST\\cal-enterprise", "Finance (EU)*")),
                new Findings());

        assertThat(people.values().stream().filter(p -> p.isIn("CAL-Standard"))).hasSize((int)
                people.keySet().stream().filter(s -> number(s) % 4 != 0).count());
        assertThat(people.values().stream().filter(p -> p.isIn("ADTEST\\cal-enterprise")))
                .hasSize((int) people.keySet().stream()
                        .filter(s -> number(s) % 5 == 0 || (number(s) % 12 == 1 && number(s) % 4 != 0))
                        .count());
        assertThat(people.values().stream().filter(p -> p.isIn("Finance (EU)*")))
                .hasSize((int) people.keySet().stream()
                        .filter(s -> number(s) % 100 == 1)
                        .count());
    }

    private static int number(String sam) {
        return Integer.parseInt(sam.substring(1));
    }

    @Test
    void a_primary_group_counts_as_a_group() throws LDAPException {
        String group = "CN=Finance (EU)*," + BASE;
        try (Administrator admin = new Administrator(dc.asAdministrator())) {
            String name = admin.dn("u01009");
            admin.join(group, name);
            admin.set(name, "primaryGroupID", Integer.toString(admin.rid(group)));
            try {
                Entry entry = requireNonNull(admin.connection().getEntry(name, "memberOf"));
                assertThat(entry.getAttributeValues("memberOf")).doesNotContain(group);
                Map<String, Person> people = read(new PeopleQuery(Set.of(), Set.of("Finance (EU)*")), new Findings());
                assertThat(requireNonNull(people.get("u01009")).isIn("Finance (EU)*"))
                        .isTrue();
            } finally {
                admin.set(name, "primaryGroupID", "513");
                admin.leave(group, name);
            }
        }
    }

    @Test
    void unknown_groups_and_attributes_are_told() {
        Findings findings = new Findings();
        read(new PeopleQuery(Set.of("departmnt"), Set.of("CAL-Nobody", "CN=None," + BASE)), findings);

        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactly(Code.UNKNOWN_ATTRIBUTE, Code.GROUP_NOT_FOUND, Code.GROUP_NOT_FOUND);
        assertThat(findings.sorted().getFirst().help()).isEqualTo("Did you mean department?");
    }

    @Test
    void an_unknown_group_is_told_with_the_one_that_is_probably_meant() {
        for (String name : List.of("CAL-Enterprize", "ACL-Enterprise", "ADTEST\\CAL-Enterprize")) {
            Findings findings = new Findings();
            read(new PeopleQuery(Set.of(), Set.of(name)), findings);

            assertThat(findings.sorted().getFirst().help())
                    .isEqualTo("Did you mean " + (name.startsWith("ADTEST") ? "ADTEST\\" : "") + "CAL-Enterprise?");
        }
    }

    @Test
    void a_group_with_more_members_than_a_range_is_read_whole() {
        try (Session session = new Controllers(dc.settings()).open(null, f -> {})) {
            assertThat(new Ranges(session).all("CN=Everybody," + BASE, "member"))
                    .hasSize(DomainController.PEOPLE)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_controller_that_stops_half_way_is_a_fault_and_not_a_short_list() {
        AtomicInteger seen = new AtomicInteger();
        try {
            assertThatThrownBy(() -> {
                        try (Session session = new Controllers(dc.settings()).open(null, f -> {})) {
                            RowReader rows = new RowReader(Layout.with(Set.of()), GroupTree.NONE);
                            new PeopleReader(session, new Scope(BASE, null, false), rows).all(row -> {
                                if (seen.incrementAndGet() == 1) {
                                    dc.stop();
                                }
                            });
                        }
                    })
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.findings().getFirst().code())
                                    .isEqualTo(Code.CONTROLLER_LOST));
            assertThat(seen.get()).isBetween(1, ENABLED - 1);
        } finally {
            dc.start();
        }
    }

    @Test
    void what_the_server_stores_is_seen_and_its_numbers_are_learned_from_one_person_each() {
        LdapPeople source = new LdapPeople(
                new DirectorySettings(dc.settings(), new Scope(BASE, null, false), null, Tracking.AUTO),
                new MemoryCopyStore());
        Findings findings = new Findings();
        List<UserState> users = new ArrayList<>();
        KnownUsers pool = new KnownUsers() {
            @Override
            public Optional<UserState> known(Identifiers person) {
                int number = number(String.valueOf(person.samAccountName()));
                Identity.Tag granted = number % 5 == 0 ? null : new Identity.Tag("Policy " + number % 5);
                return Optional.of(new UserState(person, "Redmond", Account.PLAIN, null, granted, null));
            }

            @Override
            public String lookUp(Identifiers person) {
                throw new AssertionError("everybody is known");
            }
        };
        PolicyNames names = new DirectoryUsers(
                        source.refresh(new PeopleQuery(Set.of(), Set.of()), findings), DirectoryNumbers.NONE)
                .read(pool, true, users::add, findings);

        assertThat(findings.sorted())
                .as("disabled accounts that the server still has enabled")
                .extracting(Finding::code)
                .containsExactly(Code.DISABLED_STILL_ENABLED);
        assertThat(users)
                .extracting(user -> user.ids().samAccountName())
                .as("disabled")
                .contains("u00025");
        assertThat(names.known()).hasSize(4);
        assertThat(users).isNotEmpty().allSatisfy(user -> {
            int number = number(String.valueOf(user.ids().samAccountName()));
            assertThat(number % 4).isNotZero();
            assertThat(user.account().enterpriseVoice()).isEqualTo(number % 10 == 1);
            assertThat(user.conferencing())
                    .isEqualTo(number % 5 == 0 ? null : new Identity.Tag("Policy " + number % 5));
            assertThat(user.site()).isEqualTo("Redmond");
            assertThat(user.lineUri() != null).isEqualTo(number % 10 == 1);
        });
    }

    @Test
    void every_step_of_a_connection_test_passes() {
        DirectorySettings settings =
                new DirectorySettings(dc.settings(), new Scope(BASE, null, false), null, Tracking.AUTO);
        List<StepResult> results = new ConnectionTest(
                        settings, List.of(new RequiredFact(RequiredFact.Kind.GROUP, "CAL-Standard", null)))
                .run(dc.at(Encryption.LDAPS));
        assertThat(results).allMatch(StepResult.Passed.class::isInstance);
        assertThat(results.getLast().toString()).contains("3 direct members, 15 groups nested in it");
    }
}
