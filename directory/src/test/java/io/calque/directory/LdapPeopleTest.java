package io.calque.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.change.CopyQuery;
import io.calque.directory.change.Disappearance;
import io.calque.directory.change.Outcome;
import io.calque.directory.change.ReadMode;
import io.calque.directory.change.Tracking;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.fake.FakeController;
import io.calque.directory.read.Scope;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import io.calque.people.RequiredFact;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LdapPeopleTest {
    private static FakeController fake;

    @BeforeAll
    static void start() {
        fake = new FakeController(FakeDomain.entries());
    }

    @AfterAll
    static void stop() {
        fake.close();
    }

    @BeforeEach
    void reset() {
        fake.behaviour().reset();
    }

    @Tag("spares-CQ706")
    @Tag("spares-CQ710")
    @Test
    void everybody_enabled_comes_in_pages_of_a_thousand() {
        Findings findings = new Findings();
        assertThat(FakeDomain.read(fake.settings(), FakeDomain.NOTHING, findings))
                .hasSize(FakeDomain.PEOPLE * 9 / 10);
        assertThat(findings.sorted()).isEmpty();
        assertThat(fake.behaviour().searches.stream()
                        .filter(s -> s.getFilter().toString().contains("userAccountControl")))
                .hasSize(4);
    }

    @Test
    void only_what_is_asked_for_crosses_the_network() {
        List<Person> people =
                FakeDomain.read(fake.settings(), new PeopleQuery(Set.of("department"), Set.of()), new Findings());
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
        assertThat(FakeDomain.read(fake.settings(), FakeDomain.NOTHING, new Findings()))
                .hasSize(FakeDomain.PEOPLE * 9 / 10);
    }

    @Test
    void memberships_beyond_a_range_are_fetched() {
        List<Person> people = FakeDomain.read(fake.settings(), FakeDomain.LARGE, new Findings());
        assertThat(people)
                .filteredOn(p -> "p1".equals(p.ids().samAccountName()))
                .allMatch(p -> p.isIn("large"));
        assertThat(people).filteredOn(p -> p.isIn("Large")).hasSize(FakeDomain.PEOPLE / 2 - FakeDomain.PEOPLE / 10 + 1);
    }

    @Test
    void an_unknown_group_is_told_at_its_place_with_what_it_probably_meant() {
        Place place = new Place("assignments.yaml", 3, 30);
        Findings findings = new Findings();
        FakeDomain.read(
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
        FakeDomain.read(fake.settings(), FakeDomain.LARGE, new Findings());
        assertThat(groupSearches()).hasSize(2);

        fake.behaviour().searches.clear();
        FakeDomain.read(fake.settings(), new PeopleQuery(Set.of(), Set.of("Lagre", "Unlike")), new Findings());
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
                .isEqualTo(new CopyQuery(settings.scope(), FakeDomain.LARGE).fingerprint());
    }

    @Tag("raises-CQ742")
    @Test
    void a_great_part_of_the_people_does_not_disappear_unnoticed() {
        MemoryCopyStore store = new MemoryCopyStore();
        refresh(fake, store, 0.2);
        try (FakeController half = new FakeController(FakeDomain.entries().subList(0, FakeDomain.PEOPLE / 2))) {
            assertThatThrownBy(() -> refresh(half, store, 0.2))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.findings())
                                    .singleElement()
                                    .satisfies(finding -> {
                                        assertThat(finding.code()).isEqualTo(Code.MASS_DISAPPEARANCE);
                                        assertThat(finding.message())
                                                .startsWith("1,580 of 3,150 people (50%) are gone at")
                                                .endsWith("the limit is 20%");
                                        assertThat(finding.help()).contains("people.ldap.maxDisappearing");
                                    }));
            assertThat(refresh(half, store, 1.0).mode()).isInstanceOf(ReadMode.Full.class);
        }
    }

    @Tag("spares-CQ742")
    @Test
    void a_few_people_may_disappear() {
        MemoryCopyStore store = new MemoryCopyStore();
        refresh(fake, store, 0.2);
        try (FakeController most = new FakeController(FakeDomain.entries().subList(0, FakeDomain.PEOPLE * 9 / 10))) {
            assertThat(refresh(most, store, 0.2).mode()).isInstanceOf(ReadMode.Full.class);
        }
    }

    private static Outcome refresh(FakeController controller, MemoryCopyStore store, double most) {
        DirectorySettings settings =
                new DirectorySettings(controller.settings(), Scope.ALL, "FAKE", Tracking.AUTO, new Disappearance(most));
        return new LdapPeople(settings, store).refresh(FakeDomain.NOTHING, new Findings());
    }

    @Tag("raises-CQ741")
    @Test
    void an_unknown_unit_is_reported_with_the_one_that_is_probably_meant() {
        Place place = new Place("assignments.yaml", 3, 30);
        Findings findings = new Findings();
        FakeDomain.read(
                fake.settings(),
                new PeopleQuery(
                        List.of(new RequiredFact(RequiredFact.Kind.UNIT, "OU=Saels," + FakeDomain.BASE, place))),
                findings);

        assertThat(findings.sorted())
                .containsExactly(Finding.of(
                                Code.UNIT_NOT_FOUND,
                                "there is no organisational unit OU=Saels," + FakeDomain.BASE + " in the directory")
                        .help("Did you mean OU=Sales," + FakeDomain.BASE + "?")
                        .at(place));
    }

    @Tag("spares-CQ741")
    @Test
    void a_unit_may_be_written_in_any_form_that_the_directory_takes() {
        Findings findings = new Findings();
        FakeDomain.read(
                fake.settings(),
                new PeopleQuery(List.of(new RequiredFact(RequiredFact.Kind.UNIT, "ou=SALES," + FakeDomain.BASE, null))),
                findings);
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void the_name_of_a_unit_or_a_person_is_not_the_name_of_a_group() {
        Findings findings = new Findings();
        FakeDomain.read(
                fake.settings(),
                new PeopleQuery(Set.of(), Set.of("OU=Sales," + FakeDomain.BASE, "CN=p1," + FakeDomain.BASE)),
                findings);
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly(
                        "CN=p1," + FakeDomain.BASE + " is not a group (user)",
                        "OU=Sales," + FakeDomain.BASE + " is not a group (organizationalUnit)");
    }

    @Test
    void an_attribute_with_more_values_than_a_range_is_read_whole() {
        List<Person> people =
                FakeDomain.read(fake.settings(), new PeopleQuery(Set.of("url"), Set.of()), new Findings());
        assertThat(people)
                .filteredOn(p -> "p2".equals(p.ids().samAccountName()))
                .singleElement()
                .satisfies(p -> assertThat(p.attributes().get("url")).hasSize(1600));
    }

    @Test
    void accounts_of_another_domains_trust_are_not_people() {
        List<Person> people = FakeDomain.read(fake.settings(), FakeDomain.NOTHING, new Findings());
        assertThat(people).noneMatch(p -> "FABRIKAM$".equals(p.ids().samAccountName()));
    }

    @Test
    void another_question_or_another_controller_is_read_in_full() {
        MemoryCopyStore store = new MemoryCopyStore();
        DirectorySettings settings = new DirectorySettings(fake.settings(), Scope.ALL, "FAKE", Tracking.AUTO);
        assertThat(new LdapPeople(settings, store)
                        .refresh(FakeDomain.NOTHING, new Findings())
                        .mode())
                .isEqualTo(new ReadMode.Full(FakeDomain.PEOPLE * 9 / 10, "nothing was kept"));
        assertThat(new LdapPeople(settings, store)
                        .refresh(new PeopleQuery(Set.of("mail"), Set.of()), new Findings())
                        .mode())
                .isEqualTo(new ReadMode.Full(FakeDomain.PEOPLE * 9 / 10, "something else was asked before"));
        try (FakeController other = new FakeController(FakeDomain.entries())) {
            DirectorySettings moved = new DirectorySettings(other.settings(), Scope.ALL, "FAKE", Tracking.AUTO);
            assertThat(new LdapPeople(moved, store)
                            .refresh(new PeopleQuery(Set.of("mail"), Set.of()), new Findings())
                            .mode())
                    .isEqualTo(new ReadMode.Full(FakeDomain.PEOPLE * 9 / 10, "it was another controller before"));
        }
    }
}
