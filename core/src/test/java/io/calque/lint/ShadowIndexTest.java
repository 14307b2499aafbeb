package io.calque.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.calque.assign.Persona;
import io.calque.assign.Rule;
import io.calque.assign.When;
import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ShadowIndexTest {
    private static final AtomicInteger LINE = new AtomicInteger();
    private static final Persona PERSONA =
            new Persona("p", Licences.STANDARD, Map.of(), Optional.empty(), null, Place.of("assignments.yaml"));

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void it_finds_the_rule_that_a_look_at_all_earlier_ones_finds(@ForAll("conditions") List<When> conditions) {
        ShadowIndex index = new ShadowIndex();
        for (int i = 0; i < conditions.size(); i++) {
            When narrow = conditions.get(i);
            Optional<When> first = conditions.subList(0, i).stream()
                    .filter(wide -> Implication.holds(narrow, wide))
                    .findFirst();

            assertThat(index.shadow(narrow).map(Rule::when)).isEqualTo(first);
            index.add(new Rule("r" + i, narrow, PERSONA, place()));
        }
    }

    @Provide
    Arbitrary<List<When>> conditions() {
        return nested(2).list().ofMinSize(2).ofMaxSize(12);
    }

    private static Arbitrary<When> nested(int depth) {
        Arbitrary<When> plain = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.create(When.Everyone::new)),
                Tuple.of(4, Arbitraries.of("Sales", "SALES", "Board").map(name -> new When.InGroup(name, place()))),
                Tuple.of(
                        4,
                        Arbitraries.of("OU=A,OU=Staff,DC=x", "ou=staff, dc=x", "DC=x", "OU=A\\,B,DC=x")
                                .map(name -> new When.InUnit(name, place()))),
                Tuple.of(8, attributes()));
        if (depth == 0) {
            return plain;
        }
        Arbitrary<List<When>> parts = nested(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(4, plain),
                Tuple.of(1, nested(depth - 1).map(When.Not::new)),
                Tuple.of(2, parts.map(When.All::new)),
                Tuple.of(2, parts.map(When.Any::new)));
    }

    private static Arbitrary<When> attributes() {
        Arbitrary<String> words = Arbitraries.of("Plus", "PLUS", "Plu", "P", "", "Standard", "stand\u0130");
        Arbitrary<When.ValueTest> tests = Arbitraries.oneOf(
                words.set().ofMinSize(1).ofMaxSize(3).map(set -> new When.ValueTest.OneOf(Set.copyOf(set))),
                words.map(When.ValueTest.StartsWith::new),
                Arbitraries.of("Pl.*", ".*").map(pattern -> new When.ValueTest.Matching(Pattern.compile(pattern))));
        return tests.flatMap(test -> Arbitraries.of("Licence", "licence", "Department")
                .map(name -> new When.HasAttribute(name, test, place())));
    }

    private static Place place() {
        return Place.line("assignments.yaml", LINE.incrementAndGet());
    }
}
