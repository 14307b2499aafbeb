package io.calque.policy;

import static io.calque.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicySetTest {
    private static final PolicyType TYPE = PolicyType.CONFERENCING;
    private static final Policy SITE = policy(TYPE, "Site:Redmond", "AllowIPAudio=False");
    private static final Policy USER = policy(TYPE, "Sales", "MaxMeetingSize=50");
    private static final PolicySet ALL = PolicySet.of(List.of(USER, SITE));
    private static final Identity SALES = Identity.of("Tag:sales");

    @Test
    void the_narrowest_policy_applies() {
        assertThat(ALL.effective(TYPE, SALES, "Redmond")).isEqualTo(USER);
        assertThat(ALL.effective(TYPE, null, "redmond")).isEqualTo(SITE);
        assertThat(ALL.effective(TYPE, null, "Paris").identity()).isEqualTo(Identity.global());
        assertThat(ALL.effective(TYPE, null, null).identity()).isEqualTo(Identity.global());
    }

    @Test
    void a_grant_of_a_policy_that_is_gone_falls_through() {
        assertThat(ALL.effective(TYPE, Identity.of("Gone"), "Redmond")).isEqualTo(SITE);
        assertThat(ALL.effective(PolicyType.VOICE, SALES, "Redmond").identity()).isEqualTo(Identity.global());
    }

    @Test
    void policies_are_replaced_whole_and_never_merged() {
        Policy effective = ALL.effective(TYPE, SALES, "Redmond");

        assertThat(effective.value(setting("AllowIPAudio"))).contains(new Value.Flag(true));
    }

    @Test
    void global_is_always_there() {
        assertThat(PolicySet.EMPTY.global(TYPE)).isEqualTo(Policy.allDefaults(TYPE, Identity.global()));
        Policy own = policy(TYPE, "Global", "AllowPolls=False");
        assertThat(PolicySet.of(List.of(own)).global(TYPE)).isEqualTo(own);
        assertThat(ALL.all(TYPE))
                .extracting(p -> p.identity().print())
                .containsExactly("Global", "Site:Redmond", "Tag:Sales");
        assertThat(ALL.find(TYPE, Identity.of("Site:redmond"))).contains(SITE);
        assertThat(ALL.find(TYPE, Identity.of("Nobody"))).isEmpty();
    }

    @Test
    void a_policy_is_added_replaced_and_taken_away_and_the_others_stay() {
        Policy larger = policy(TYPE, "sales", "MaxMeetingSize=100");

        PolicySet more = ALL.with(larger);
        assertThat(more.find(TYPE, SALES)).contains(larger);
        assertThat(more.find(TYPE, SITE.identity())).contains(SITE);
        assertThat(ALL.find(TYPE, SALES)).as("the set is immutable").contains(USER);

        PolicySet fewer = more.without(TYPE, SALES);
        assertThat(fewer.find(TYPE, SALES)).isEmpty();
        assertThat(fewer.find(TYPE, SITE.identity())).contains(SITE);
        assertThat(more.without(PolicyType.VOICE, SALES).find(TYPE, SALES))
                .as("of the other type nothing is taken")
                .contains(larger);
    }

    @Test
    void global_without_its_settings_has_the_defaults() {
        PolicySet own = PolicySet.of(List.of(policy(TYPE, "Global", "AllowPolls=False")));

        assertThat(own.without(TYPE, Identity.global()).global(TYPE))
                .isEqualTo(Policy.allDefaults(TYPE, Identity.global()));
    }

    @Test
    void a_policy_with_changes_keeps_what_was_set_before() {
        Policy changed = SITE.with(
                policy(TYPE, "x", "MaxMeetingSize=5", "AllowPolls=False").settings());

        assertThat(changed.identity()).isEqualTo(SITE.identity());
        assertThat(changed.settings().keySet()).containsExactly("AllowIPAudio", "MaxMeetingSize", "AllowPolls");
        assertThat(SITE.settings()).hasSize(1);
    }

    @Test
    void scopes_have_words_and_identities_names() {
        assertThat(Arrays.stream(Scope.values()).map(Scope::word)).containsExactly("global", "site", "user");
        assertThat(Stream.of("Global", "Site:Rome", "Tag:Sales")
                        .map(Identity::of)
                        .map(Identity::name))
                .containsExactly("Global", "Rome", "Sales");
        assertThat(Stream.of("Global", "Site:Rome", "Tag:Sales")
                        .map(Identity::of)
                        .map(Identity::scope))
                .containsExactly(Scope.values());
    }

    @Test
    void hashes_tell_names_apart() {
        List<String> names = List.of("a", "b", "ab", "ba", "aa", "bb", "STD", "ENT", "PSTN");

        assertThat(names.stream().map(n -> Identity.of(n).hashCode())).doesNotHaveDuplicates();
        assertThat(names.stream().map(n -> Identity.of("Site:" + n).hashCode())).doesNotHaveDuplicates();
    }

    @Test
    void a_value_is_what_was_set_else_the_default() {
        assertThat(SITE.value(setting("AllowIPAudio"))).contains(new Value.Flag(false));
        assertThat(SITE.value(setting("MaxMeetingSize"))).contains(new Value.Int(250));
        assertThat(SITE.value(setting("ApplicationSharingMode"))).isEmpty();
        assertThat(SITE.differs(setting("AllowIPAudio"))).isTrue();
        assertThat(SITE.differs(setting("MaxMeetingSize"))).isFalse();
        assertThat(policy(TYPE, "P", "AllowIPAudio=True").differs(setting("AllowIPAudio")))
                .isFalse();
    }

    @Test
    void identities_are_read_in_any_case_and_printed_as_the_product_does() {
        assertThat(Identity.of(" tag:Sales ").print()).isEqualTo("Tag:Sales");
        assertThat(Identity.of("SALES"))
                .isEqualTo(SALES)
                .hasSameHashCodeAs(SALES)
                .isEqualByComparingTo(SALES);
        assertThat(Identity.of("GLOBAL").print()).isEqualTo("Global");
        assertThat(Identity.of("SITE:Paris").print()).isEqualTo("Site:Paris");
        assertThat(Identity.of("SITE:Paris")).hasSameHashCodeAs(Identity.of("site:PARIS"));
        assertThat(Identity.of("Site:Paris")).isNotEqualTo(Identity.of("Paris")).isNotEqualTo(Identity.of("Site:Rome"));
        assertThat(Identity.of("Tag:Site")).isNotEqualTo(Identity.of("Tag:Tag"));
        assertThat(Identity.of("b")).isGreaterThan(Identity.of("A")).isGreaterThan(Identity.of("Site:Z"));
    }

    private static Setting setting(String name) {
        return Catalogue.standard().setting(TYPE, name).orElseThrow();
    }
}
