package io.calque.directory.samba;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
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
import io.calque.directory.read.Scope;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a directory, a reading of the changes ends like a reading of everybody. {@code -Dcalque.rounds=200} runs more rounds,
 * {@code -Dcalque.seed=N} others.
 */
@Tag("integration")
@Tag("samba")
class SambaRandomChangesTest {
    private static final String UNIT = "OU=Random," + DomainController.DOMAIN;
    private static final int ROUNDS = Integer.getInteger("calque.rounds", 30);
    private static final long SEED = Long.getLong("calque.seed", 17);
    /** So often the database is put back to an earlier state. */
    private static final int ROLLBACKS = 12;

    private static DomainController dc;

    @BeforeAll
    static void start() throws LDAPException {
        dc = DomainController.get();
        try (Administrator admin = new Administrator(dc.asAdministrator())) {
            admin.deleteAll(UNIT);
            admin.addUnit(UNIT);
            for (int i = 0; i < 4; i++) {
                admin.addUnit("OU=u" + i + "," + UNIT);
            }
            for (int i = 0; i < 6; i++) {
                admin.addGroup("G" + i, "OU=u" + i % 4 + "," + UNIT);
            }
            for (int i = 0; i < 24; i++) {
                String unit = "OU=u" + i % 4 + "," + UNIT;
                admin.addPerson("q" + i, unit);
                admin.set("CN=q" + i + "," + unit, "department", i % 3 == 0 ? "A" : "B");
                admin.join("CN=G" + i % 6 + ",OU=u" + i % 6 % 4 + "," + UNIT, "CN=q" + i + "," + unit);
            }
        }
    }

    @AfterAll
    static void clean() throws LDAPException {
        if (dc != null) {
            try (Administrator admin = new Administrator(dc.asAdministrator())) {
                admin.deleteAll(UNIT);
            }
        }
    }

    /** A reader that comes back with its own copy: as whom, how, for what. */
    private record Returning(
            String title,
            Login login,
            Tracking tracking,
            @Nullable Filter filter,
            PeopleQuery query,
            CopyStore store) {
        Outcome refresh(CopyStore in, Map<String, String> people) {
            DirectorySettings settings = new DirectorySettings(
                    dc.settings(Encryption.LDAPS, login), new Scope(UNIT, filter, false), null, tracking);
            LdapPeople source = new LdapPeople(settings, in);
            Outcome outcome = source.refresh(query, new Findings());
            source.read(
                    query,
                    person -> people.put(String.valueOf(person.ids().distinguishedName()), facts(person)),
                    new Findings());
            return outcome;
        }

        private String facts(Person person) {
            StringBuilder facts =
                    new StringBuilder(person.ids() + " " + person.enabled() + " " + new TreeSet<>(person.groups()));
            query.attributes()
                    .forEach(a -> facts.append(' ').append(person.attributes().get(a)));
            return facts.toString();
        }
    }

    private static List<Returning> returning() {
        List<Returning> all = new ArrayList<>();
        Map<String, PeopleQuery> queries = Map.of(
                "groups", new PeopleQuery(Set.of("department"), Set.of("G0", "G1")),
                "filter", new PeopleQuery(Set.of(), Set.of("G2")),
                "links", new PeopleQuery(Set.of("manager"), Set.of()));
        for (Tracking tracking : List.of(Tracking.AUTO, Tracking.USN)) {
            for (Login login : List.of(DomainController.administrator(), DomainController.reader())) {
                queries.forEach((title, query) -> all.add(new Returning(
                        title + " " + tracking + " "
                                + (login.equals(DomainController.reader()) ? "reader" : "administrator"),
                        login,
                        tracking,
                        title.equals("filter") ? Filter.createEqualityFilter("department", "A") : null,
                        query,
                        new MemoryCopyStore())));
            }
        }
        all.sort(Comparator.comparing(Returning::title));
        return all;
    }

    @Test
    void a_reading_of_changes_ends_like_a_reading_of_everybody_whatever_changed() throws LDAPException {
        Random random = new Random(SEED);
        List<Returning> readers = returning();
        readers.forEach(reader -> reader.refresh(reader.store(), new TreeMap<>()));
        List<String> done = new ArrayList<>();
        int byChanges = 0;
        for (int round = 0; round < ROUNDS; round++) {
            if (round % ROLLBACKS == ROLLBACKS / 2) {
                dc.snapshot();
            }
            done.add("round " + round);
            change(random, done);
            if (round % ROLLBACKS == ROLLBACKS - 1) {
                dc.putBack();
                done.add("put back");
                for (int i = 0; i < 6; i++) {
                    change(random, done);
                }
            }
            for (int i = 0; i < 2; i++) {
                Returning reader = readers.get(random.nextInt(readers.size()));
                Map<String, String> actual = new TreeMap<>();
                Map<String, String> expected = new TreeMap<>();
                Outcome outcome = reader.refresh(reader.store(), actual);
                reader.refresh(new MemoryCopyStore(), expected);
                assertThat(actual)
                        .as("seed %d, %s, %s after %s", SEED, reader.title(), outcome.told(), done)
                        .isEqualTo(expected);
                done.add("read " + reader.title() + ": " + outcome.mode());
                byChanges += outcome.mode() instanceof ReadMode.Changes ? 1 : 0;
            }
        }
        assertThat(byChanges).as("readings of changes: %s", done).isGreaterThan(ROUNDS / 2);
    }

    private static void change(Random random, List<String> done) throws LDAPException {
        try (Administrator admin = new Administrator(dc.asAdministrator())) {
            RandomChange change = new RandomChange(admin, UNIT, random);
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                done.add(change.make());
            }
        }
    }
}
