package io.calque.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class ResolverLawsTest {
    /** Few names, so that people share them, differ in case alone, or lack them. */
    @Property(tries = 300)
    void somebody_among_many_is_matched_as_by_the_names_alone(@ForAll Random random) {
        List<Identified> known = someone(random, 20);
        List<Identified> asked = someone(random, 20);
        NameColumns names = NameColumns.of(asked);
        Resolver resolver = new Resolver(NameColumns.of(known));
        for (int position = 0; position < asked.size(); position++) {
            assertThat(resolver.match(names, position))
                    .isEqualTo(resolver.match(asked.get(position).ids()));
        }
    }

    private static List<Identified> someone(Random random, int many) {
        return Stream.generate(() -> new Identifiers(
                        any(random, "CONTOSO", "contoso", "FABRIKAM"),
                        any(random, "ann", "Ann", "bob", "Zo\u00eb", "Zoe\u0308"),
                        any(random, "ann@contoso.com", "Bob@contoso.com"),
                        any(random, "sip:ann@contoso.com", "SIP:Ann@contoso.com", "ann@contoso.com"),
                        any(random, "Ann Smith", "ann smith", "Bob"),
                        any(random, "CN=Ann,DC=contoso", "CN=Ann, DC=contoso", "CN=Bob,DC=contoso")))
                .<Identified>map(ids -> () -> ids)
                .limit(many)
                .toList();
    }

    private static @Nullable String any(Random random, String... names) {
        int at = random.nextInt(2 * names.length);
        return at < names.length ? names[at] : null;
    }
}
