package io.calque.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.Value;
import io.calque.licence.Condition;
import io.calque.licence.Licences;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LicensingProperties {
    private static final Value ON = new Value.Flag(true);
    private static final Value OFF = new Value.Flag(false);

    @Property(tries = 60)
    void turning_a_right_giving_setting_off_never_gives_a_right(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy policy,
            @ForAll("accounts") Account account) {
        Set<String> before = granted(rules, policy, account);
        for (String setting : givers(rules)) {
            assertThat(before).as(setting).containsAll(granted(rules, with(policy, setting, OFF), account));
            assertThat(granted(rules, with(policy, setting, ON), account))
                    .as(setting)
                    .containsAll(before);
        }
    }

    @Property(tries = 60)
    void more_licences_never_leave_more_beyond_them_and_what_is_needed_is_the_least(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy policy,
            @ForAll("accounts") Account account) {
        Situation situation = new Situation(policy, Policies.voice(), account);
        Licences needed = rules.needed(situation);

        assertThat(rules.excess(situation, needed)).isEmpty();
        assertThat(Licences.holdable())
                .filteredOn(held ->
                        account.enabled() && rules.excess(situation, held).isEmpty())
                .allMatch(held -> held.compareTo(needed) >= 0);
        assertThat(needed.lacksBase()).isFalse();
    }

    @Property(tries = 60)
    void every_right_is_even_or_beyond_or_withheld(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy policy,
            @ForAll("accounts") Account account) {
        Situation situation = new Situation(policy, Policies.voice(), account);
        for (Licences held : Licences.holdable()) {
            Set<Verdict> excess = Set.copyOf(rules.excess(situation, held));
            Set<Verdict> missing = Set.copyOf(rules.missing(situation, held));
            for (Verdict verdict : rules.verdicts(situation)) {
                boolean beyond = verdict.granted()
                        && !verdict.licensed(held)
                        && !rules.isInseparable(verdict.entitlement(), held);
                assertThat(excess.contains(verdict)).isEqualTo(beyond);
                assertThat(missing.contains(verdict)).isEqualTo(!verdict.granted() && verdict.licensed(held));
            }
        }
    }

    private static Set<String> granted(Licensing rules, Policy policy, Account account) {
        return rules.verdicts(new Situation(policy, Policies.voice(), account)).stream()
                .filter(Verdict::granted)
                .map(Verdict::right)
                .collect(Collectors.toSet());
    }

    /** The conferencing settings whose True opens a gate. */
    private static Set<String> givers(Licensing rules) {
        return rules.entitlements().stream()
                .flatMap(e -> e.right().gate().stream())
                .filter(Condition.OfPolicy.class::isInstance)
                .filter(condition -> condition.test().value().equals(ON))
                .map(condition -> condition.setting().name())
                .collect(Collectors.toSet());
    }

    private static Policy with(Policy policy, String setting, Value value) {
        Map<String, Value> settings = new LinkedHashMap<>(policy.settings());
        settings.put(setting, value);
        return new Policy(policy.type(), policy.identity(), settings);
    }

    @Provide
    Arbitrary<Licensing> licensings() {
        return Policies.licensings();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Policies.conferencing();
    }

    @Provide
    Arbitrary<Account> accounts() {
        return Policies.accounts();
    }
}
