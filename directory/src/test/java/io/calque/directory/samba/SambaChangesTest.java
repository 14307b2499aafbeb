package io.calque.directory.samba;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.DirectorySettings;
import io.calque.directory.LdapPeople;
import io.calque.directory.change.Outcome;
import io.calque.directory.change.ReadMode;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.directory.copy.CopyStore;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.copy.Watermark;
import io.calque.directory.read.Scope;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("integration")
@Tag("samba")
@Tag("raises-CQ712")
@Tag("spares-CQ712")
class SambaChangesTest {
    private static final PeopleQuery INTEREST = new PeopleQuery(Set.of("department"), Set.of("Joiners"));
    private static final String UNIT = "OU=Changes," + DomainController.DOMAIN;
    private static DomainController dc;

    @BeforeAll
    static void start() {
        dc = DomainController.get();
    }

    static Stream<Arguments> accounts() {
        return Stream.of(
                Arguments.of(
                        "administrator, DirSync",
                        DomainController.administrator(),
                        Tracking.AUTO,
                        Watermark.DirSync.class),
                Arguments.of(
                        "ordinary account, DirSync", DomainController.reader(), Tracking.AUTO, Watermark.DirSync.class),
                Arguments.of("administrator, USN", DomainController.administrator(), Tracking.USN, Watermark.Usn.class),
                Arguments.of("ordinary account, USN", DomainController.reader(), Tracking.USN, Watermark.Usn.class));
    }

    private record Reading(Map<String, Person> people, Outcome outcome, Findings findings) {}

    private static Reading read(Login login, Tracking tracking, CopyStore store) {
        DirectorySettings settings = new DirectorySettings(
                dc.settings(Encryption.LDAPS, login), new Scope(UNIT, null, false), null, tracking);
        LdapPeople source = new LdapPeople(settings, store);
        Findings findings = new Findings();
        Outcome outcome = source.refresh(INTEREST, findings);
        Map<String, Person> people = new HashMap<>();
        source.read(
                INTEREST, person -> people.put(String.valueOf(person.ids().samAccountName()), person), new Findings());
        return new Reading(people, outcome, findings);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accounts")
    void a_second_reading_asks_for_changes_alone_and_ends_like_a_full_one(
            String title, Login login, Tracking tracking, Class<? extends Watermark> mark) throws LDAPException {
        CopyStore store = new MemoryCopyStore();
        String unit = UNIT;
        try (Administrator admin = new Administrator(dc.asAdministrator())) {
            admin.deleteAll(unit);
            admin.addUnit(unit);
            admin.addUnit("OU=Below," + unit);
            admin.addGroup("Joiners", unit);
            admin.addGroup("Inner", unit);
            for (String name : new String[] {
                "stays", "leaves", "moves", "renamed", "disabled", "joins", "nested", "edited", "below"
            }) {
                admin.addPerson(name, name.equals("below") ? "OU=Below," + unit : unit);
            }
            admin.join("CN=Joiners," + unit, "CN=leaves," + unit);
            Reading first = read(login, tracking, store);
            assertThat(first.outcome.mode()).isInstanceOf(ReadMode.Full.class);
            assertThat(first.outcome.copy().header().position().mark()).isInstanceOf(mark);
            assertThat(first.people).containsKeys("stays", "moves", "disabled");

            admin.delete("CN=moves," + unit);
            admin.rename("CN=renamed," + unit, "CN=renamed now", "OU=Below," + unit);
            admin.set("CN=disabled," + unit, "userAccountControl", "546");
            admin.set("CN=edited," + unit, "department", "New");
            admin.leave("CN=Joiners," + unit, "CN=leaves," + unit);
            admin.join("CN=Joiners," + unit, "CN=joins," + unit);
            admin.join("CN=Inner," + unit, "CN=nested," + unit);
            admin.join("CN=Joiners," + unit, "CN=Inner," + unit);
            admin.addPerson("new", unit);

            Reading second = read(login, tracking, store);
            assertThat(second.outcome.mode()).isInstanceOfSatisfying(ReadMode.Changes.class, way -> {
                assertThat(way.changed()).isBetween(6, 12);
                assertThat(way.gone()).isEqualTo(2);
            });
            boolean ordinary = title.startsWith("ordinary");
            assertThat(second.findings.sorted())
                    .extracting(Finding::code)
                    .containsExactly(ordinary ? new Code[] {Code.DELETIONS_NOT_SHOWN} : new Code[0]);
            assertThat(second.people).doesNotContainKeys("moves", "disabled").containsKeys("new", "stays");
            assertThat(second.people.values().stream()
                            .filter(p -> p.isIn("Joiners"))
                            .map(p -> p.ids().samAccountName()))
                    .containsExactlyInAnyOrder("joins", "nested");
            assertSame(second.people, read(login, tracking, new MemoryCopyStore()).people);

            admin.rename("OU=Below," + unit, "OU=Beyond", unit);
            Reading third = read(login, tracking, store);
            assertThat(third.outcome.mode()).isInstanceOf(ReadMode.Changes.class);
            assertThat(third.people.get("below"))
                    .satisfies(p -> assertThat(p.organisationalUnit()).isEqualTo("OU=Beyond," + unit));
            assertSame(third.people, read(login, tracking, new MemoryCopyStore()).people);

            Reading fourth = read(login, tracking, store);
            assertThat(fourth.outcome.told()).startsWith("nothing changed at dc1.ad.example.test:636 since 2");
        }
    }

    private static void assertSame(Map<String, Person> actual, Map<String, Person> expected) {
        assertThat(facts(actual)).isEqualTo(facts(expected));
    }

    private static Map<String, String> facts(Map<String, Person> people) {
        Map<String, String> facts = new HashMap<>();
        people.forEach((name, p) -> facts.put(
                name,
                p.ids() + " " + p.isIn("Joiners") + " " + p.attributes().get("department") + " "
                        + p.attributes().get("msRTCSIP-UserPolicies") + " " + p.enabled()));
        return facts;
    }
}
