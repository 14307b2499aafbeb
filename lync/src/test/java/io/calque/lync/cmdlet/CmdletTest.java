package io.calque.lync.cmdlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Fault;
import io.calque.policy.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CmdletTest {
    private static final UserIdentity ANN = new UserIdentity("sip:ann@contoso.com");

    @Test
    void a_cmdlet_takes_only_its_own_parameters_once_and_of_the_right_kind() {
        Cmdlet get = UserCmdlets.get(ANN);
        assertThatThrownBy(() -> get.with("Property", Operand.of("x"))).hasMessageContaining("no parameter Property");
        assertThatThrownBy(() -> get.with("identity", ANN)).hasMessageContaining("no parameter identity");
        assertThatThrownBy(() -> get.with("Identity", ANN)).hasMessageContaining("twice");
        assertThatThrownBy(() -> get.with("ResultSize", Operand.of("all"))).hasMessageContaining("WHOLE");
        assertThatThrownBy(() -> get.with("Filter", Operand.of("SipAddress -eq 'x'")))
                .hasMessageContaining("FILTER");
        assertThatThrownBy(() -> Cmdlet.of(CmdletName.SET_CONFERENCING_POLICY)
                        .with("EnableAppDesktopSharing", Operand.of("desktop")))
                .hasMessageContaining("WORD");
    }

    @Test
    void an_unattended_write_asks_nothing_and_every_error_ends_the_call() {
        assertThat(UserCmdlets.grant(PolicyType.VOICE, ANN, null).unattended().arguments())
                .extracting(Argument::parameter)
                .containsExactly("Identity", "PolicyName", "Confirm", "ErrorAction");
        assertThat(UserCmdlets.get(ANN).unattended().arguments())
                .extracting(Argument::parameter)
                .containsExactly("Identity", "ErrorAction");
    }

    @Test
    void names_that_could_mean_another_or_several_are_refused() {
        for (String name : List.of(
                "",
                "  ",
                "ann\u0000",
                "ann\r\nbob",
                "ann\tx",
                "\u202Enna",
                "a\u2066b",
                "\uFEFFann",
                "\uD83D",
                "Ann*",
                "sip:")) {
            assertThatThrownBy(() -> new UserIdentity(name)).isInstanceOf(Fault.class);
        }
        assertThatThrownBy(() -> new PolicyIdentity(new Identity.Tag(" "))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> new PolicyIdentity(new Identity.Site("a\nb"))).isInstanceOf(Fault.class);
        assertThat(new UserIdentity("O’Brien, 'Bob' $(x) \u200F\uD83D\uDE00").text())
                .contains("$(x)");
        assertThat(new PolicyIdentity(Identity.of("sales")).text()).isEqualTo("Tag:sales");
    }

    @Test
    void a_filter_quotes_texts_as_powershell_literals() {
        Filter filter = new Filter.All(List.of(
                new Filter.Compare(
                        Filter.Attribute.DISPLAY_NAME, Filter.Comparison.EQUAL, Operand.of("O’Brien' -or $true -or '")),
                new Filter.Any(List.of(
                        new Filter.Compare(Filter.Attribute.LINE_URI, Filter.Comparison.NOT_EQUAL, Operand.nothing()),
                        new Filter.Compare(Filter.Attribute.ENABLED, Filter.Comparison.EQUAL, Operand.of(true))))));

        assertThat(filter.text())
                .isEqualTo(
                        "(DisplayName -eq 'O’’Brien'' -or $true -or ''') -and ((LineURI -ne $null) -or (Enabled -eq $true))");
    }

    @Test
    void an_ldap_filter_escapes_what_rfc_4515_names_and_spaces() {
        LdapFilter filter = new LdapFilter.All(List.of(
                new LdapFilter.Equal("displayName", "Ann (B*) \\ \u0000é"),
                new LdapFilter.Not(new LdapFilter.Present("msRTCSIP-Line")),
                new LdapFilter.Any(List.of(new LdapFilter.Equal("cn", "x")))));

        assertThat(filter.text())
                .isEqualTo(
                        "(&(displayName=Ann\\20\\28B\\2a\\29\\20\\5c\\20\\00\\c3\\a9)(!(msRTCSIP-Line=*))(|(cn=x)))");
        assertThatThrownBy(() -> new LdapFilter.Present("a)(b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_is_a_distinguished_name_and_escapes_the_names_below_it() {
        OrganisationalUnit unit = new OrganisationalUnit("DC=contoso,DC=com");
        assertThat(unit.below("Sales, \"EU\" + #1").text())
                .isEqualTo("OU=Sales\\, \\\"EU\\\" \\+ \\#1,DC=contoso,DC=com");
        assertThatThrownBy(() -> new OrganisationalUnit("Sales")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> new OrganisationalUnit("")).isInstanceOf(Fault.class);
    }

    @Test
    void the_effective_policy_is_read_only_where_the_product_can_tell_it() {
        assertThat(CmdletName.GET_EFFECTIVE_POLICY.in(ProductVersion.LYNC_2010)).isFalse();
        assertThat(CmdletName.GET_EFFECTIVE_POLICY.in(ProductVersion.LYNC_2013)).isTrue();
        assertThat(CmdletName.GET_USER.in(ProductVersion.LYNC_2010)).isTrue();
        assertThat(CmdletName.of("get-csuser")).contains(CmdletName.GET_USER);
    }
}
