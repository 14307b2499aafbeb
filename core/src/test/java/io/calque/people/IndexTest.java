package io.calque.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IndexTest {
    @Property(tries = 100)
    void everybody_of_a_name_is_found_in_their_order(@ForAll List<@IntRange(max = 20) Integer> names) {
        Index index = new Index(people(names), IdentifierKind.SAM_ACCOUNT_NAME);
        for (int name = 0; name <= 21; name++) {
            Integer wanted = name;
            assertThat(index.find("u" + name))
                    .isEqualTo(IntStream.range(0, names.size())
                            .filter(i -> names.get(i).equals(wanted))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void names_of_one_hash_are_told_apart() {
        assertThat("d$".hashCode()).isEqualTo("bb".hashCode());
        Index index = new Index(
                NameColumns.of(List.of(References.of("bb"), References.of("d$"), References.of("bb"))),
                IdentifierKind.SAM_ACCOUNT_NAME);
        assertThat(index.find("bb")).containsExactly(0, 2);
        assertThat(index.find("d$")).containsExactly(1);
    }

    @Test
    void whoever_has_no_such_name_is_not_found() {
        Index index = new Index(people(List.of(1, 2)), IdentifierKind.SIP_ADDRESS);
        assertThat(index.find("")).isEmpty();
    }

    private static NameColumns people(List<Integer> names) {
        return NameColumns.of(
                names.stream().map(name -> References.of("u" + name)).toList());
    }
}
