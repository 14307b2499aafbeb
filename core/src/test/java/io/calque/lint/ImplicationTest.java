package io.calque.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.calque.assign.When;
import io.calque.diagnostic.Place;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ImplicationTest {
    // No two conditions are written at the same place.
    private static final AtomicInteger LINE = new AtomicInteger();

    private static final When SALES = inGroup("Sales");
    private static final When PLUS = has("Licence", new When.ValueTest.OneOf(Set.of("Plus")));

    @Test
    void what_is_narrower_is_seen_to_be() {
        assertThat(Implication.holds(SALES, new When.Everyone())).isTrue();
        assertThat(Implication.holds(SALES, inGroup("SALES"))).isTrue();
        assertThat(Implication.holds(new When.All(List.of(SALES, PLUS)), PLUS)).isTrue();
        assertThat(Implication.holds(SALES, new When.Any(List.of(PLUS, SALES)))).isTrue();
        assertThat(Implication.holds(inUnit("OU=A,OU=Staff,DC=x"), inUnit("ou=staff, dc=x")))
                .isTrue();
        assertThat(Implication.holds(PLUS, has("licence", new When.ValueTest.OneOf(Set.of("plus", "Standard")))))
                .isTrue();
        assertThat(Implication.holds(new When.Not(new When.Any(List.of(SALES, PLUS))), new When.Not(SALES)))
                .isTrue();
    }

    @Test
    void the_same_condition_twice_is_as_wide_wherever_it_stands() {
        assertThat(Implication.holds(
                        has("Licence", new When.ValueTest.StartsWith("P")),
                        has("Licence", new When.ValueTest.StartsWith("P"))))
                .isTrue();
        assertThat(Implication.holds(new When.All(List.of(SALES, PLUS)), new When.All(List.of(SALES, PLUS))))
                .isTrue();
    }

    @Test
    void what_only_overlaps_is_not() {
        assertThat(Implication.holds(new When.Everyone(), SALES)).isFalse();
        assertThat(Implication.holds(new When.Any(List.of(SALES, PLUS)), PLUS)).isFalse();
        assertThat(Implication.holds(PLUS, new When.All(List.of(SALES, PLUS)))).isFalse();
        assertThat(Implication.holds(inUnit("OU=Staff,DC=x"), inUnit("OU=A,OU=Staff,DC=x")))
                .isFalse();
    }

    @Test
    void a_pattern_minds_case_and_so_is_never_wider_than_words() {
        When pattern = has("Licence", new When.ValueTest.Matching(Pattern.compile("Plus")));

        assertThat(Implication.holds(PLUS, pattern)).isFalse();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void an_implication_holds_for_every_person(
            @ForAll("conditions") When narrow, @ForAll("conditions") When wide, @ForAll("people") Person person) {
        if (Implication.holds(narrow, wide) && narrow.matches(person)) {
            assertThat(wide.matches(person)).isTrue();
        }
    }

    private static Place place() {
        return Place.line("assignments.yaml", LINE.incrementAndGet());
    }

    private static When inGroup(String name) {
        return new When.InGroup(name, place());
    }

    private static When inUnit(String name) {
        return new When.InUnit(name, place());
    }

    private static When has(String name, When.ValueTest test) {
        return new When.HasAttribute(name, test, place());
    }

    @Provide
    Arbitrary<When> conditions() {
        return nested(2);
    }

    private static Arbitrary<When> nested(int depth) {
        Arbitrary<When> plain = Arbitraries.of(
                SALES,
                PLUS,
                new When.Everyone(),
                inGroup("IT"),
                inUnit("OU=Staff,DC=x"),
                inUnit("OU=A,OU=Staff,DC=x"),
                has("Licence", new When.ValueTest.StartsWith("P")),
                has("Licence", new When.ValueTest.OneOf(Set.of("plus", "standard"))));
        if (depth == 0) {
            return plain;
        }
        Arbitrary<When> inner = nested(depth - 1);
        return Arbitraries.oneOf(
                plain,
                inner.map(When.Not::new),
                inner.list().ofMinSize(1).ofMaxSize(3).map(When.All::new),
                inner.list().ofMinSize(1).ofMaxSize(3).map(When.Any::new));
    }

    @Provide
    Arbitrary<Person> people() {
        return Combinators.combine(
                        Arbitraries.of("sales", "it", "hr").set().ofMaxSize(2),
                        Arbitraries.of("OU=A,OU=Staff,DC=x", "OU=Staff,DC=x", "DC=x"),
                        Arbitraries.of("Plus", "PLUS", "Standard", ""))
                .as((groups, unit, licence) -> new Person(
                        new Identifiers(null, "ann", null, null, null, null),
                        unit,
                        groups,
                        _ -> List.of(licence),
                        true,
                        null));
    }
}
