package io.calque.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class NameColumnsWriterTest {
    @Property(tries = 200)
    void names_that_were_put_in_any_order_read_back(@ForAll @Size(max = 20) List<@Size(3) List<String>> people) {
        NameColumnsWriter draft = new NameColumnsWriter();
        NameColumns.Builder builder = new NameColumns.Builder();
        List<Identifiers> expected = new ArrayList<>();
        for (List<String> names : people) {
            draft.clear();
            put(draft, IdentifierKind.DISPLAY_NAME, names.get(0));
            put(draft, IdentifierKind.SIP_ADDRESS, "before");
            put(draft, IdentifierKind.SIP_ADDRESS, names.get(1));
            draft.putDomain(("x" + names.get(2)).toCharArray(), 1, names.get(2).length());
            builder.add(draft);
            expected.add(new Identifiers(some(names.get(2)), null, null, some(names.get(1)), some(names.get(0)), null));
        }
        NameColumns names = builder.build();
        for (int position = 0; position < names.size(); position++) {
            assertThat(names.get(position)).isEqualTo(expected.get(position));
        }
    }

    @Example
    void a_domain_alone_names_nobody() {
        NameColumnsWriter draft = new NameColumnsWriter();
        assertThat(draft.isEmpty()).isTrue();
        draft.putDomain("CONTOSO".toCharArray(), 0, 7);
        put(draft, IdentifierKind.DISPLAY_NAME, "");
        assertThat(draft.isEmpty()).isTrue();
        put(draft, IdentifierKind.DISPLAY_NAME, "Ann");
        assertThat(draft.isEmpty()).isFalse();
        draft.clear();
        assertThat(draft.isEmpty()).isTrue();
    }

    private static void put(NameColumnsWriter draft, IdentifierKind kind, String name) {
        draft.put(kind, name.toCharArray(), 0, name.length());
    }

    private static @Nullable String some(String name) {
        return name.isEmpty() ? null : name;
    }
}
