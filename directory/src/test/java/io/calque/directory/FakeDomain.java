package io.calque.directory;

import com.unboundid.ldap.sdk.Entry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.read.Scope;
import io.calque.directory.row.Guid;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A domain of 3,500 people, a tenth of them switched off, with a large group; and how the tests read it. */
final class FakeDomain {
    static final String BASE = "DC=fake,DC=test";
    static final int PEOPLE = 3500;
    static final PeopleQuery NOTHING = new PeopleQuery(Set.of(), Set.of());
    static final PeopleQuery LARGE = new PeopleQuery(Set.of(), Set.of("Large"));

    private FakeDomain() {}

    static List<Entry> entries() {
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
        large.addAttribute("objectGUID", Guid.ofName("Large").bytes());
        large.addAttribute(
                "member",
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> "CN=p" + i + "," + BASE)
                        .toList());
        entries.add(large);
        Entry unit = new Entry("OU=Sales," + BASE);
        unit.addAttribute("objectClass", "top", "organizationalUnit");
        entries.add(unit);
        Entry trust = new Entry("CN=FABRIKAM$," + BASE);
        trust.addAttribute("objectClass", "top", "person", "user");
        trust.addAttribute("objectCategory", "person");
        trust.addAttribute("sAMAccountName", "FABRIKAM$");
        trust.addAttribute("objectGUID", Guid.ofName("FABRIKAM$").bytes());
        trust.addAttribute("userAccountControl", "2080");
        trust.addAttribute("sAMAccountType", "805306370");
        entries.add(trust);
        for (int i = 0; i < PEOPLE; i++) {
            Entry person = new Entry("CN=p" + i + "," + BASE);
            person.addAttribute("objectClass", "top", "person", "user");
            person.addAttribute("objectCategory", "person");
            person.addAttribute("sAMAccountName", "p" + i);
            person.addAttribute(
                    "objectGUID", ByteBuffer.allocate(16).putInt(12, i).array());
            person.addAttribute("userAccountControl", i % 10 == 0 ? "514" : "512");
            person.addAttribute("department", "d" + i);
            if (i == 2) {
                person.addAttribute(
                        "url", IntStream.range(0, 1600).mapToObj(v -> "v" + v).toList());
            }
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

    static List<Person> read(ConnectionSettings settings, PeopleQuery interest, Findings findings) {
        List<Person> people = new ArrayList<>();
        new LdapPeople(new DirectorySettings(settings, Scope.ALL, "FAKE", Tracking.AUTO), new MemoryCopyStore())
                .read(interest, people::add, findings);
        return people;
    }

    static List<Code> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
