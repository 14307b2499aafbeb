package io.calque.state;

import io.calque.catalogue.PolicyType;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.PolicySet;
import org.jspecify.annotations.Nullable;

/**
 * How a server provides for a user, whoever it is: all that decides the user's rights under given policies. Many users share one.
 *
 * @param site the site of the user's pool; null where not known
 * @param account the flags that matter for licences
 * @param conferencing the conferencing policy granted; null for none
 * @param voice the voice policy granted; null for none
 */
public record UserConfiguration(
        @Nullable String site, Account account, Identity.@Nullable Tag conferencing, Identity.@Nullable Tag voice) {

    /** The policy granted of a type; null for none. */
    public Identity.@Nullable Tag granted(PolicyType type) {
        return switch (type) {
            case CONFERENCING -> conferencing;
            case VOICE -> voice;
        };
    }

    /** The same with another grant. */
    public UserConfiguration withGrant(PolicyType type, Identity.@Nullable Tag policy) {
        return switch (type) {
            case CONFERENCING -> new UserConfiguration(site, account, policy, voice);
            case VOICE -> new UserConfiguration(site, account, conferencing, policy);
        };
    }

    /** The same with other flags. */
    public UserConfiguration withAccount(Account newAccount) {
        return new UserConfiguration(site, newAccount, conferencing, voice);
    }

    /** What it comes to under some policies. */
    public EffectiveState situation(PolicySet policies) {
        return new EffectiveState(
                policies.effective(PolicyType.CONFERENCING, conferencing, site),
                policies.effective(PolicyType.VOICE, voice, site),
                account);
    }
}
