package io.calque.directory.ldif;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.PeopleQuery;
import io.calque.people.Person;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Foreign bytes are people, findings or a fault, and never anything else. The fast check runs the kept corpus;
 * {@code JAZZER_FUZZ=1 ./mvnw -pl directory -am test -Dtest=LdifFuzzTest} searches for more.
 */
class LdifFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void any_bytes_are_read_or_refused(byte[] data) {
        Findings findings = new Findings();
        List<Person> people = new ArrayList<>();
        try {
            new LdifPeople("people.ldif", () -> new ByteArrayInputStream(data), null)
                    .read(new PeopleQuery(Set.of("mail"), Set.of("CAL-Enterprise")), people::add, findings);
        } catch (Fault fault) {
            findings.addAll(fault.findings());
            assertThat(fault.findings()).isNotEmpty();
        }
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .allSatisfy(m -> assertThat(m).isNotBlank());
        assertThat(people).allSatisfy(person -> assertThat(person.ids().title()).isNotNull());
    }
}
