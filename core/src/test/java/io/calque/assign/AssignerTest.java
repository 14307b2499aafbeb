package io.calque.assign;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import io.calque.people.Attributes;
import io.calque.people.Person;
import io.calque.people.References;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignerTest {
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final Person ANN =
            new Person(References.of("CONTOSO\\ann").ids(), null, Set.of(), Attributes.NONE, true, null);

    @Test
    void an_exception_holds_to_its_last_day_and_not_a_day_longer() {
        assertThat(on(LAST.minusYears(1))).isEqualTo("excepted");
        assertThat(on(LAST)).isEqualTo("excepted");
        assertThat(on(LAST.plusDays(1))).isEqualTo("usual");
    }

    @Test
    void an_exception_is_for_nobody_else() {
        Person bob = new Person(References.of("CONTOSO\\bob").ids(), null, Set.of(), Attributes.NONE, true, null);
        assertThat(name(assigner(LAST, "usual").assign(bob))).isEqualTo("usual");
    }

    @Test
    void the_first_rule_that_means_somebody_wins_and_the_others_are_shown() {
        Assigner assigner = assigner(LAST.plusDays(1), "first", "second");
        assertThat(name(assigner.assign(ANN))).isEqualTo("first");
        assertThat(assigner.explain(ANN).losers()).extracting(Rule::name).containsExactly("second");
    }

    @Test
    void whoever_no_rule_means_has_no_persona() {
        assertThat(assigner(LAST.plusDays(1)).assign(ANN).persona()).isNull();
    }

    private static String on(LocalDate day) {
        return name(assigner(day, "usual").assign(ANN));
    }

    private static String name(Assignment assignment) {
        Persona persona = assignment.persona();
        return persona == null ? "" : persona.name();
    }

    private static Assigner assigner(LocalDate day, String... rules) {
        return new Assigner(
                List.of(rules).stream()
                        .map(name -> new Rule(name, new When.Everyone(), persona(name), Place.of("assignments.yaml")))
                        .toList(),
                List.of(new PersonalException(
                        "ann",
                        References.of("CONTOSO\\ann").ids(),
                        persona("excepted"),
                        "project",
                        LAST,
                        "boss",
                        Place.line("exceptions.yaml", 1))),
                day);
    }

    private static Persona persona(String name) {
        return new Persona(name, Licences.NONE, Map.of(), Optional.empty(), null, Place.of("policies.yaml"));
    }
}
