package io.calque.choice;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A conferencing policy that may be chosen, with the rights that it gives to a plain account.
 *
 * @param policy the policy
 * @param rights the ids of the rights
 */
public record Candidate(Policy policy, Set<String> rights) {
    static Candidate of(Licensing licensing, Policy policy) {
        EffectiveState plain =
                new EffectiveState(policy, Policy.allDefaults(PolicyType.VOICE, Identity.global()), Account.PLAIN);
        return new Candidate(
                policy,
                licensing.verdicts(plain).stream()
                        .filter(Verdict::granted)
                        .map(Verdict::right)
                        .collect(Collectors.toSet()));
    }

    /** What makes two policies the same to people: every value in force; the note for administrators does not count. */
    Map<String, Value> behaviour(Licensing licensing) {
        Map<String, Value> values = new LinkedHashMap<>();
        Questions.settings(licensing.version())
                .forEach(setting -> policy.value(setting).ifPresent(value -> values.put(setting.name(), value)));
        return values;
    }
}
