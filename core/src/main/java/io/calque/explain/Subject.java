package io.calque.explain;

import io.calque.assign.Persona;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import org.jspecify.annotations.Nullable;

/**
 * What gives rights as a whole, apart from any one person: a policy to somebody with a plain account, or a persona.
 *
 * @param title what people call it: {@code Tag:Sales}, {@code persona sales}
 * @param situation the policies and the account that it comes to
 */
public record Subject(String title, EffectiveState situation) {
    /** A policy alone, everything else as the product comes; for a voice policy with Enterprise Voice. */
    public static Subject of(Policy policy) {
        return new Subject(policy.identity().print(), situation(policy));
    }

    /** A persona whose people are of no site: what it grants, else Global. */
    public static Subject of(Persona persona, PolicySet policies) {
        EffectiveState situation = new EffectiveState(
                policies.effective(PolicyType.CONFERENCING, granted(persona, PolicyType.CONFERENCING), null),
                policies.effective(PolicyType.VOICE, granted(persona, PolicyType.VOICE), null),
                Account.PLAIN.withEnterpriseVoice(persona.voice().orElse(false)));
        return new Subject("persona " + persona.name(), situation);
    }

    static EffectiveState situation(Policy policy) {
        return switch (policy.type()) {
            case CONFERENCING -> new EffectiveState(policy, standard(PolicyType.VOICE), Account.PLAIN);
            case VOICE ->
                new EffectiveState(standard(PolicyType.CONFERENCING), policy, Account.PLAIN.withEnterpriseVoice(true));
        };
    }

    private static @Nullable Identity granted(Persona persona, PolicyType type) {
        return persona.wish(type).map(Wish::policy).orElse(null);
    }

    private static Policy standard(PolicyType type) {
        return Policy.allDefaults(type, Identity.global());
    }
}
