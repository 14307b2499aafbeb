package io.calque.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameColumnsTest {
    @Property(tries = 100)
    void names_read_back_as_they_were_whatever_their_characters(
            @ForAll @NotEmpty String one, @ForAll @NotEmpty String other, @ForAll @IntRange(max = 2500) int before) {
        List<Identified> people = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            people.add(named(null, "u" + i, null, null, null, null));
        }
        Identified full = named("D", one, other, "sip:" + one, other + one, "CN=" + one);
        Identified odd = named(null, null, one, null, other, null);
        people.add(full);
        people.add(odd);

        NameColumns names = NameColumns.of(people);

        assertThat(names.size()).isEqualTo(people.size());
        for (int position = 0; position < people.size(); position++) {
            Identifiers ids = people.get(position).ids();
            assertThat(names.get(position)).isEqualTo(ids);
            for (IdentifierKind kind : IdentifierKind.values()) {
                assertThat(names.name(position, kind)).isEqualTo(ids.name(kind));
                String key = ids.key(kind);
                assertThat(names.key(position, kind)).isEqualTo(key);
                assertThat(names.hash(position, kind))
                        .isEqualTo(key == null ? NameColumns.NONE : NameColumns.hash(key));
                assertThat(names.is(position, kind, key == null ? "" : key)).isEqualTo(key != null);
            }
        }
    }

    @Test
    void half_a_surrogate_pair_is_kept() {
        assertThat(NameColumns.of(List.of(named(null, "\uD83D", "Ω", null, null, null)))
                        .get(0))
                .isEqualTo(new Identifiers(null, "\uD83D", "Ω", null, null, null));
    }

    @Test
    void nobody_has_no_names() {
        assertThat(NameColumns.of(List.of()).size()).isZero();
    }

    private static Identified named(
            @Nullable String domain,
            @Nullable String sam,
            @Nullable String upn,
            @Nullable String sip,
            @Nullable String displayName,
            @Nullable String distinguishedName) {
        Identifiers ids = new Identifiers(domain, sam, upn, sip, displayName, distinguishedName);
        return () -> ids;
    }
}
