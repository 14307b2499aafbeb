package io.calque.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.licence.Condition;
import io.calque.licence.Licences;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LicensingProperties {
    private static final Value ON = new Value.Flag(true);

    @Property(tries = 60)
    void turning_a_right_giving_setting_off_never_gives_a_right(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy conferencing,
            @ForAll("voices") Policy voice,
            @ForAll("accounts") Account account) {
        EffectiveState situation = new EffectiveState(conferencing, voice, account);
        Set<String> before = granted(rules, situation);
        Set<Condition> givers = givers(rules);
        assertThat(givers.stream().map(giver -> giver.setting().name()))
                .contains("AllowIPAudio", "AllowCallForwarding", "EnterpriseVoiceEnabled", "Enabled");
        for (Condition giver : givers) {
            String name = giver.setting().name();
            assertThat(before).as(name).containsAll(granted(rules, with(situation, giver, false)));
            assertThat(granted(rules, with(situation, giver, true))).as(name).containsAll(before);
        }
    }

    @Property(tries = 60)
    void more_licences_never_leave_more_beyond_them_and_what_is_needed_is_the_least(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy policy,
            @ForAll("accounts") Account account) {
        EffectiveState situation = new EffectiveState(policy, Policies.voice(), account);
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
        EffectiveState situation = new EffectiveState(policy, Policies.voice(), account);
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

    private static Set<String> granted(Licensing rules, EffectiveState situation) {
        return rules.verdicts(situation).stream()
                .filter(Verdict::granted)
                .map(Verdict::right)
                .collect(Collectors.toSet());
    }

    /** The conditions that a True opens: settings of both policy types and flags of the account. */
    private static Set<Condition> givers(Licensing rules) {
        return rules.entitlements().stream()
                .flatMap(e -> e.right().gate().stream())
                .filter(condition -> condition.test().value().equals(ON))
                .collect(Collectors.toSet());
    }

    private static EffectiveState with(EffectiveState before, Condition giver, boolean on) {
        return switch (giver) {
            case Condition.OfPolicy(PolicyType type, Setting setting, var _) -> {
                Policy changed = before.policy(type).with(Map.of(setting.name(), new Value.Flag(on)));
                yield type == PolicyType.CONFERENCING
                        ? new EffectiveState(changed, before.voice(), before.account())
                        : new EffectiveState(before.conferencing(), changed, before.account());
            }
            case Condition.OfAccount(Setting setting, var _) ->
                new EffectiveState(before.conferencing(), before.voice(), with(before.account(), setting.name(), on));
        };
    }

    private static Account with(Account before, String flag, boolean on) {
        return new Account(
                flag.equals("Enabled") ? on : before.enabled(),
                flag.equals("EnterpriseVoiceEnabled") ? on : before.enterpriseVoice(),
                flag.equals("RemoteCallControlTelephonyEnabled") ? on : before.remoteCallControl(),
                before.audioVideoDisabled());
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
    Arbitrary<Policy> voices() {
        return Policies.voices();
    }

    @Provide
    Arbitrary<Account> accounts() {
        return Policies.accounts();
    }
}
