package io.calque.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.change.CopyQuery;
import io.calque.directory.change.ReadMode;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Limits;
import io.calque.directory.connect.Step;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.fake.FakeController;
import io.calque.directory.read.Scope;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import io.calque.people.RequiredFact;
import io.calque.security.tls.Trust;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LdapPeopleTest {
    private static final String BASE = "DC=fake,DC=test";
    private static final int PEOPLE = 3500;
    private static final PeopleQuery NOTHING = new PeopleQuery(Set.of(), Set.of());
    private static final PeopleQuery LARGE = new PeopleQuery(Set.of(), Set.of("Large"));

    private static FakeController fake;

    @BeforeAll
    static void start() {
        fake = new FakeController(entries());
    }

    @AfterAll
    static void stop() {
        fake.close();
    }

    @BeforeEach
    void reset() {
        fake.behaviour().maxPage = 1000;
        fake.behaviour().refusesLargePages = false;
        fake.behaviour().refuses = false;
        fake.behaviour().dropAfter = Integer.MAX_VALUE;
        fake.behaviour().timeLimitAfter = Integer.MAX_VALUE;
        fake.behaviour().stallAfter = Integer.MAX_VALUE;
        fake.behaviour().repeatsPages = false;
        fake.behaviour().emptyPages = false;
        fake.behaviour().searches.clear();
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Entry root = new Entry("");
        root.addAttribute("objectClass", "top");
        root.addAttribute("defaultNamingContext", BASE);
        entries.add(root);
        Entry domain = new Entry(BASE);
        domain.addAttribute("objectClass", "domainDNS");
        entries.add(domain);
        Entry large = new Entry("CN=Large," + BASE);
        large.addAttribute("objectClass", "group");
        large.addAttribute("sAMAccountName", "Large");
        large.addAttribute(
                "member",
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> "CN=p" + i + "," + BASE)
                        .toList());
        entries.add(large);
        for (int i = 0; i < PEOPLE; i++) {
            Entry person = new Entry("CN=p" + i + "," + BASE);
            person.addAttribute("objectClass", "top", "person", "user");
            person.addAttribute("objectCategory", "person");
            person.addAttribute("sAMAccountName", "p" + i);
            person.addAttribute(
                    "objectGUID", ByteBuffer.allocate(16).putInt(12, i).array());
            person.addAttribute("userAccountControl", i % 10 == 0 ? "514" : "512");
            person.addAttribute("department", "d" + i);
            person.addAttribute("secret", "never asked for");
            if (i == 1) {
                List<String> groups = new ArrayList<>(IntStream.range(0, 2000)
                        .mapToObj(g -> "CN=g" + g + "," + BASE)
                        .toList());
                groups.add("CN=Large," + BASE);
                person.addAttribute("memberOf", groups);
            } else if (i % 2 == 0) {
                person.addAttribute("memberOf", "CN=Large," + BASE);
            }
            entries.add(person);
        }
        return entries;
    }

    private static List<Person> read(ConnectionSettings settings, PeopleQuery interest, Findings findings) {
        List<Person> people = new ArrayList<>();
        new LdapPeople(new DirectorySettings(settings, Scope.ALL, "FAKE", Tracking.AUTO), new MemoryCopyStore())
                .read(interest, people::add, findings);
        return people;
    }

    @Tag("spares-CQ706")
    @Tag("spares-CQ710")
    @Test
    void everybody_enabled_comes_in_pages_of_a_thousand() {
        Findings findings = new Findings();
        assertThat(read(fake.settings(), NOTHING, findings)).hasSize(PEOPLE * 9 / 10);
        assertThat(findings.sorted()).isEmpty();
        assertThat(fake.behaviour().searches.stream()
                        .filter(s -> s.getFilter().toString().contains("userAccountControl")))
                .hasSize(4);
    }

    @Test
    void only_what_is_asked_for_crosses_the_network() {
        List<Person> people = read(fake.settings(), new PeopleQuery(Set.of("department"), Set.of()), new Findings());
        assertThat(people.getFirst().attributes().get("Department")).containsExactly("d1");
        assertThat(fake.behaviour().searches)
                .allSatisfy(s -> assertThat(s.getAttributes())
                        .doesNotContain("secret", "*")
                        .isNotEmpty());
        assertThat(fake.behaviour().searches).noneMatch(s -> s.getAttributes().contains("memberOf"));
    }

    @Test
    void smaller_pages_are_tried_where_a_thousand_is_refused() {
        fake.behaviour().maxPage = 300;
        fake.behaviour().refusesLargePages = true;
        assertThat(read(fake.settings(), NOTHING, new Findings())).hasSize(PEOPLE * 9 / 10);
    }

    @Test
    void memberships_beyond_a_range_are_fetched() {
        List<Person> people = read(fake.settings(), LARGE, new Findings());
        assertThat(people)
                .filteredOn(p -> "p1".equals(p.ids().samAccountName()))
                .allMatch(p -> p.isIn("large"));
        assertThat(people).filteredOn(p -> p.isIn("Large")).hasSize(PEOPLE / 2 - PEOPLE / 10 + 1);
    }

    @Test
    void an_unknown_group_is_told_at_its_place_with_what_it_probably_meant() {
        Place place = new Place("assignments.yaml", 3, 30);
        Findings findings = new Findings();
        read(
                fake.settings(),
                new PeopleQuery(List.of(new RequiredFact(RequiredFact.Kind.GROUP, "Lagre", place))),
                findings);

        assertThat(findings.sorted())
                .containsExactly(Finding.of(Code.GROUP_NOT_FOUND, "there is no group Lagre in the directory")
                        .help("Did you mean Large?")
                        .at(place));
    }

    @Test
    void near_misses_are_asked_for_only_where_a_group_is_unknown() {
        read(fake.settings(), LARGE, new Findings());
        assertThat(groupSearches()).hasSize(2);

        fake.behaviour().searches.clear();
        read(fake.settings(), new PeopleQuery(Set.of(), Set.of("Lagre", "Unlike")), new Findings());
        assertThat(groupSearches()).hasSize(3);
    }

    private static List<String> groupSearches() {
        return fake.behaviour().searches.stream()
                .map(search -> search.getFilter().toString())
                .filter(filter -> filter.contains("(objectClass=group)"))
                .toList();
    }

    @Test
    void the_same_question_asked_at_another_place_is_answered_by_the_same_copy() {
        DirectorySettings settings = new DirectorySettings(fake.settings(), Scope.ALL, null, Tracking.AUTO);
        PeopleQuery moved = new PeopleQuery(
                List.of(new RequiredFact(RequiredFact.Kind.GROUP, "Large", new Place("assignments.yaml", 9, 1))));

        assertThat(new CopyQuery(settings.scope(), moved).fingerprint())
                .isEqualTo(new CopyQuery(settings.scope(), LARGE).fingerprint());
    }

    @Tag("raises-CQ706")
    @Test
    void a_time_limit_is_a_fault_and_not_a_short_list() {
        fake.behaviour().timeLimitAfter = 1700;
        assertThatThrownBy(() -> read(fake.settings(), NOTHING, new Findings()))
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(codes(f.findings())).containsExactly(Code.DIRECTORY_LIMIT));
    }

    @Test
    @Tag("raises-CQ710")
    void a_read_that_is_refused_is_a_fault_with_the_servers_words() {
        fake.behaviour().refuses = true;
        assertThatThrownBy(() -> read(fake.settings(), NOTHING, new Findings()))
                .hasMessageContaining("refuses to show")
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(codes(f.findings())).containsExactly(Code.DIRECTORY_REFUSED));
    }

    @Test
    void a_wrong_password_is_tried_once() {
        ConnectionSettings wrong = fake.settings("wrong");
        ConnectionSettings twice = new ConnectionSettings(
                List.of(fake.address(), new Address("localhost", fake.address().port())),
                wrong.encryption(),
                wrong.trust(),
                wrong.login());
        assertThatThrownBy(() -> read(twice, NOTHING, new Findings()))
                .hasMessageContaining("wrong name or password")
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(f.findings()).hasSize(1));
    }

    @Test
    void a_controller_lost_half_way_is_replaced_by_the_next_from_the_start() {
        try (FakeController second = new FakeController(entries())) {
            fake.behaviour().dropAfter = 1500;
            ConnectionSettings both = new ConnectionSettings(
                    List.of(fake.address(), second.address()),
                    Encryption.LDAPS,
                    new Trust.Pinned(List.of(fake.pin(), second.pin())),
                    fake.settings().login());
            Findings findings = new Findings();
            assertThat(read(both, NOTHING, findings)).hasSize(PEOPLE * 9 / 10);
            assertThat(codes(findings.sorted())).containsExactly(Code.CONTROLLER_SKIPPED);
        }
    }

    /** The settings of a controller, with a silence of at most a second. */
    private static ConnectionSettings impatient(List<Address> servers, Trust trust) {
        Duration long30 = Duration.ofSeconds(30);
        return new ConnectionSettings(
                servers,
                Encryption.LDAPS,
                trust,
                fake.settings().login(),
                new Limits(long30, long30, long30, long30, Duration.ofSeconds(1)));
    }

    @Test
    void a_controller_that_falls_silent_half_way_is_replaced_by_the_next_from_the_start() {
        try (FakeController second = new FakeController(entries())) {
            fake.behaviour().stallAfter = 1500;
            Findings findings = new Findings();
            assertThat(read(
                            impatient(
                                    List.of(fake.address(), second.address()),
                                    new Trust.Pinned(List.of(fake.pin(), second.pin()))),
                            NOTHING,
                            findings))
                    .hasSize(PEOPLE * 9 / 10);
            assertThat(codes(findings.sorted())).containsExactly(Code.CONTROLLER_SKIPPED);
        }
    }

    @Test
    void pages_without_end_end_the_reading() {
        ConnectionSettings alone =
                impatient(List.of(fake.address()), fake.settings().trust());
        fake.behaviour().repeatsPages = true;
        assertThatThrownBy(() -> read(alone, NOTHING, new Findings()))
                .hasMessageContaining("it sends the same page again")
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(codes(f.findings())).containsExactly(Code.CONTROLLER_LOST));
        fake.behaviour().repeatsPages = false;
        fake.behaviour().emptyPages = true;
        assertThatThrownBy(() -> read(alone, NOTHING, new Findings()))
                .hasMessageContaining("it sends empty pages without end")
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(codes(f.findings())).containsExactly(Code.CONTROLLER_LOST));
    }

    @Test
    void a_lone_controller_lost_half_way_is_a_fault() {
        fake.behaviour().dropAfter = 1500;
        assertThatThrownBy(() -> read(fake.settings(), NOTHING, new Findings()))
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(codes(f.findings())).containsExactly(Code.CONTROLLER_LOST));
    }

    @Test
    void another_question_or_another_controller_is_read_in_full() {
        MemoryCopyStore store = new MemoryCopyStore();
        DirectorySettings settings = new DirectorySettings(fake.settings(), Scope.ALL, "FAKE", Tracking.AUTO);
        assertThat(new LdapPeople(settings, store)
                        .refresh(NOTHING, new Findings())
                        .mode())
                .isEqualTo(new ReadMode.Full(PEOPLE * 9 / 10, "nothing was kept"));
        assertThat(new LdapPeople(settings, store)
                        .refresh(new PeopleQuery(Set.of("mail"), Set.of()), new Findings())
                        .mode())
                .isEqualTo(new ReadMode.Full(PEOPLE * 9 / 10, "something else was asked before"));
        try (FakeController other = new FakeController(entries())) {
            DirectorySettings moved = new DirectorySettings(other.settings(), Scope.ALL, "FAKE", Tracking.AUTO);
            assertThat(new LdapPeople(moved, store)
                            .refresh(new PeopleQuery(Set.of("mail"), Set.of()), new Findings())
                            .mode())
                    .isEqualTo(new ReadMode.Full(PEOPLE * 9 / 10, "it was another controller before"));
        }
    }

    @Test
    void a_connection_test_tells_the_step_that_fails_and_tries_no_further() {
        DirectorySettings settings = new DirectorySettings(fake.settings("wrong"), Scope.ALL, null, Tracking.AUTO);
        List<StepResult> results = new ConnectionTest(settings, List.of()).run(fake.address());
        assertThat(results).extracting(StepResult::step).containsExactly(Step.values());
        assertThat(results.get(3))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> assertThat(codes(failed.findings())).containsExactly(Code.DIRECTORY_LOGIN_REFUSED));
        assertThat(results.subList(4, 7)).allMatch(StepResult.NotTried.class::isInstance);
    }

    @Test
    void a_refused_login_is_not_tried_at_the_next_controller() {
        try (FakeController second = new FakeController(entries())) {
            ConnectionSettings wrong = fake.settings("wrong");
            ConnectionSettings both = new ConnectionSettings(
                    List.of(fake.address(), second.address()),
                    Encryption.LDAPS,
                    new Trust.Pinned(List.of(fake.pin(), second.pin())),
                    wrong.login());
            fake.behaviour().logins.set(0);
            ConnectionTest test =
                    new ConnectionTest(new DirectorySettings(both, Scope.ALL, null, Tracking.AUTO), List.of());
            test.run(fake.address());
            List<StepResult> results = test.run(second.address());
            assertThat(results.subList(0, 3)).allMatch(StepResult.Passed.class::isInstance);
            assertThat(results.subList(3, 7)).allMatch(StepResult.NotTried.class::isInstance);
            assertThatThrownBy(() -> read(both, NOTHING, new Findings())).isInstanceOf(Fault.class);
            assertThat(fake.behaviour().logins).hasValue(2);
            assertThat(second.behaviour().logins).hasValue(0);
        }
    }

    @Test
    void a_connection_test_passes_every_step_of_a_sound_directory() {
        DirectorySettings settings = new DirectorySettings(fake.settings(), Scope.ALL, null, Tracking.AUTO);
        List<StepResult> results = new ConnectionTest(settings, LARGE.all(RequiredFact.Kind.GROUP)).run(fake.address());
        assertThat(results).allMatch(StepResult.Passed.class::isInstance);
        assertThat(results.getLast())
                .isEqualTo(new StepResult.Passed(
                        Step.GROUP, "CN=Large," + BASE + ": " + PEOPLE + " direct members, 0 groups nested in it"));
    }

    private static List<Code> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
