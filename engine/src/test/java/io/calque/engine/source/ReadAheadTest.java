package io.calque.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Attributes;
import io.calque.people.Identifiers;
import io.calque.people.PeopleQuery;
import io.calque.people.PeopleSource;
import io.calque.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final Executor OTHER_THREAD =
            work -> Thread.ofPlatform().daemon().start(work);
    private static final PeopleQuery NOTHING = new PeopleQuery(Set.of(), Set.of());

    @Property(tries = 50)
    void everybody_is_told_in_the_order_of_the_source(@ForAll @IntRange(max = 3_000) int many) {
        List<Person> told = new ArrayList<>();
        new ReadAhead(source(many), OTHER_THREAD).read(NOTHING, told::add, new Findings());
        List<Person> straight = new ArrayList<>();
        source(many).read(NOTHING, straight::add, new Findings());
        assertThat(told).isEqualTo(straight);
    }

    @Test
    void findings_of_the_source_arrive_and_do_not_meet_those_of_whoever_judges() {
        Findings findings = new Findings();
        new ReadAhead(source(20_000), OTHER_THREAD)
                .read(NOTHING, person -> findings.add(about(person, "judged")), findings);
        assertThat(findings.sorted().stream().mapToLong(Finding::count).sum()).isEqualTo(20_000 + 20);
    }

    @Test
    void a_fault_of_the_source_is_the_fault_of_the_reading() {
        AtomicInteger told = new AtomicInteger();
        PeopleSource broken = (interest, people, findings) -> {
            source(700).read(interest, people, findings);
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, "gone"));
        };
        assertThatThrownBy(() ->
                        new ReadAhead(broken, OTHER_THREAD).read(NOTHING, _ -> told.incrementAndGet(), new Findings()))
                .isInstanceOf(Fault.class);
        assertThat(told).hasValueBetween(512, 700);
    }

    @Test
    void a_fault_of_whoever_judges_ends_the_reading() {
        AtomicInteger read = new AtomicInteger();
        PeopleSource endless = (_, people, _) -> {
            while (true) {
                people.accept(person(read.incrementAndGet()));
            }
        };
        assertThatThrownBy(() -> new ReadAhead(endless, OTHER_THREAD)
                        .read(
                                NOTHING,
                                _ -> {
                                    throw new IllegalStateException("enough");
                                },
                                new Findings()))
                .hasMessage("enough");
        int then = read.get();
        assertThat(read).hasValue(then);
    }

    private static PeopleSource source(int many) {
        return (_, people, findings) -> {
            for (int i = 0; i < many; i++) {
                Person person = person(i);
                if (i % 1_000 == 0) {
                    findings.add(about(person, "read"));
                }
                people.accept(person);
            }
        };
    }

    private static Finding about(Person person, String what) {
        return Finding.of(Code.NAMELESS_PERSON, person.ids().title() + " " + what);
    }

    private static Person person(int i) {
        Identifiers ids = new Identifiers(null, "u" + i, null, null, null, null);
        return new Person(ids, null, Set.of(), Attributes.NONE, true, null);
    }
}
