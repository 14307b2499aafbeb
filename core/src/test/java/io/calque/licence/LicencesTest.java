package io.calque.licence;

import static io.calque.licence.Licence.ENTERPRISE;
import static io.calque.licence.Licence.PLUS;
import static io.calque.licence.Licence.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LicencesTest {
    private static final Licences BOTH = Licences.of(STANDARD, ENTERPRISE);
    private static final Licences PHONE = Licences.of(STANDARD, PLUS);

    @Test
    void whatever_is_held_comes_with_standard() {
        assertThat(Licences.holdable())
                .extracting(Licences::toString)
                .containsExactly(
                        "none", "standard", "standard+enterprise", "standard+plus", "standard+enterprise+plus");
        assertThat(Licences.holdable()).noneMatch(Licences::lacksBase);
        assertThat(Licences.of(ENTERPRISE).lacksBase()).isTrue();
        assertThat(Licences.NONE.lacksBase()).isFalse();
    }

    @Test
    void smaller_sets_come_first_and_enterprise_before_plus() {
        assertThat(Licences.holdable()).isSorted();
        assertThat(BOTH).isLessThan(PHONE);
        assertThat(PHONE).isGreaterThan(Licences.of(ENTERPRISE));
        assertThat(Licences.of(PLUS)).as("one licence is less than two").isLessThan(BOTH);
    }

    @Test
    void a_set_is_its_content() {
        assertThat(Licences.of(ENTERPRISE, STANDARD, STANDARD)).isEqualTo(BOTH).hasSameHashCodeAs(BOTH);
        assertThat(BOTH).isNotEqualTo(PHONE).isNotEqualTo("standard+enterprise");
        assertThat(BOTH.asSet()).isEqualTo(Set.of(STANDARD, ENTERPRISE));
        assertThat(BOTH.ids()).containsExactly("standard", "enterprise");
        assertThat(BOTH.isEmpty()).isFalse();
        assertThat(Licences.NONE.isEmpty()).isTrue();
    }

    @Test
    void licences_are_found_by_their_ids_in_any_case() {
        assertThat(Licence.of("Plus")).contains(PLUS);
        assertThat(Licence.of("premium")).isEmpty();
        assertThat(Licence.ids()).containsExactly("standard", "enterprise", "plus");
    }

    @Test
    void a_need_is_met_by_any_of_its_alternatives_and_misses_least_to_the_nearest() {
        Need need = Need.parse("standard+enterprise or standard+plus").orElseThrow();

        assertThat(need.metBy(BOTH)).isTrue();
        assertThat(need.metBy(PHONE)).isTrue();
        assertThat(need.metBy(Licences.STANDARD)).isFalse();
        assertThat(need.missing(Licences.STANDARD)).isEqualTo(Licences.of(ENTERPRISE));
        assertThat(need.missing(PHONE)).isEqualTo(Licences.NONE);
        assertThat(need.missing(Licences.NONE)).isEqualTo(BOTH);
        assertThat(need.missing(Licences.of(PLUS))).isEqualTo(Licences.STANDARD);
        assertThat(need).hasToString("standard+enterprise or standard+plus");
    }

    @Test
    void a_need_is_read_or_refused_as_a_whole() {
        assertThat(Need.parse("none")).contains(new Need(List.of(Licences.NONE)));
        assertThat(Need.parse("standard + plus")).contains(new Need(List.of(PHONE)));
        assertThat(Need.parse("n/a")).isEmpty();
        assertThat(Need.parse("standard or gold")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Need(List.of()));
    }

    @Property(tries = 64)
    void union_and_difference_agree(@ForAll("sets") Licences a, @ForAll("sets") Licences b) {
        assertThat(a.and(b).holdsAll(a)).isTrue();
        assertThat(a.and(b).holdsAll(b)).isTrue();
        assertThat(a.and(a.lacks(b))).isEqualTo(a.and(b));
        assertThat(a.lacks(b).isEmpty()).isEqualTo(a.holdsAll(b));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Provide
    Arbitrary<Licences> sets() {
        return Arbitraries.of(Licence.class).set().map(Licences::of);
    }
}
