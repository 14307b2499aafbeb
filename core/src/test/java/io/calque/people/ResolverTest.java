package io.calque.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.people.Resolver.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
    private record Somebody(Identifiers ids) implements Identified {}

    private static final Resolver RESOLVER = new Resolver(NameColumns.of(List.of(
            somebody(
                    "CONTOSO",
                    "ann",
                    "ann@contoso.com",
                    "sip:ann@contoso.com",
                    "Ann Béla",
                    "CN=Ann\\, B,OU=Sales,DC=contoso"),
            somebody("CONTOSO", "bob", null, "sip:bob@contoso.com", "Bob", null),
            somebody("FABRIKAM", "bob", null, "sip:bob@fabrikam.com", "Bob", null),
            somebody(null, "cas", null, "sip:cas@contoso.com", "ann", null))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso\\ANN",
                "Ann@Contoso.com",
                "SIP:ann@contoso.com",
                "Ann B\u00E9la",
                "ann be\u0301la",
                "cn=ann\\, b, ou=sales, dc=contoso"
            })
    void a_person_is_found_by_every_kind_of_name_in_any_spelling(String name) {
        assertThat(RESOLVER.resolve(name)).isEqualTo(new Resolution.One(0));
    }

    @Test
    void a_name_that_several_share_means_none_of_them_for_certain() {
        assertThat(RESOLVER.resolve("bob")).isEqualTo(new Resolution.Several(List.of(1, 2)));
        assertThat(RESOLVER.resolve("ann")).isEqualTo(new Resolution.Several(List.of(0, 3)));
        assertThat(RESOLVER.resolve("FABRIKAM\\bob")).isEqualTo(new Resolution.One(2));
        assertThat(RESOLVER.resolve("nobody")).isEqualTo(new Resolution.Nobody());
    }

    @Test
    void a_logon_name_with_its_domain_means_nobody_of_another_domain() {
        assertThat(RESOLVER.match(ids("NORTHWIND", "ann"))).isEqualTo(new Resolution.Nobody());
        assertThat(RESOLVER.match(ids("NORTHWIND", "bob"))).isEqualTo(new Resolution.Nobody());
        assertThat(RESOLVER.match(ids("NORTHWIND", "cas"))).isEqualTo(new Resolution.One(3));
        assertThat(RESOLVER.match(ids(null, "ann"))).isEqualTo(new Resolution.One(0));
    }

    @Test
    void a_display_name_decides_only_where_nothing_else_is_given() {
        assertThat(RESOLVER.match(new Identifiers(null, null, null, null, "Ann Béla", null)))
                .isEqualTo(new Resolution.One(0));
        assertThat(RESOLVER.match(new Identifiers(null, "zed", null, null, "Ann Béla", null)))
                .isEqualTo(new Resolution.Nobody());
    }

    private static Identifiers ids(@Nullable String domain, String sam) {
        return new Identifiers(domain, sam, null, null, null, null);
    }

    private static Somebody somebody(
            @Nullable String domain,
            String sam,
            @Nullable String upn,
            String sip,
            String displayName,
            @Nullable String distinguishedName) {
        return new Somebody(new Identifiers(domain, sam, upn, sip, displayName, distinguishedName));
    }
}
