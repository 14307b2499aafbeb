package io.calque.policy;

import io.calque.catalogue.PolicyType;

/**
 * What decides a person's rights: the effective policy of each type and the account.
 *
 * @param conferencing the effective conferencing policy
 * @param voice the effective voice policy
 * @param account the account's flags
 */
public record EffectiveState(Policy conferencing, Policy voice, Account account) {
    /** The effective policy of a type. */
    public Policy policy(PolicyType type) {
        return switch (type) {
            case CONFERENCING -> conferencing;
            case VOICE -> voice;
        };
    }
}
