package io.calque.state;

import io.calque.catalogue.PolicyType;
import io.calque.people.Identified;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A user as the server holds it.
 *
 * @param ids the names
 * @param site the site of the user's pool; null where not known
 * @param account the flags that matter for licences
 * @param lineUri the primary number, {@code tel:+…}; null for none
 * @param conferencing the conferencing policy granted; null for none
 * @param voice the voice policy granted; null for none
 */
public record UserState(
        Identifiers ids,
        @Nullable String site,
        Account account,
        @Nullable String lineUri,
        Identity.@Nullable Tag conferencing,
        Identity.@Nullable Tag voice)
        implements Identified {

    /** The policy granted of a type; null for none. */
    public Identity.@Nullable Tag granted(PolicyType type) {
        return switch (type) {
            case CONFERENCING -> conferencing;
            case VOICE -> voice;
        };
    }

    /** The same user with another grant. */
    public UserState withGrant(PolicyType type, Identity.@Nullable Tag policy) {
        return switch (type) {
            case CONFERENCING -> new UserState(ids, site, account, lineUri, policy, voice);
            case VOICE -> new UserState(ids, site, account, lineUri, conferencing, policy);
        };
    }

    /** The same user with other flags. */
    public UserState withAccount(Account newAccount) {
        return new UserState(ids, site, newAccount, lineUri, conferencing, voice);
    }

    /** The same user with another line. */
    public UserState withLine(@Nullable String newLine) {
        return new UserState(ids, site, account, newLine, conferencing, voice);
    }

    /**
     * The name under which plans and the server speak of the user: the SIP address, else the user principal name, else the
     * distinguished name, else {@code DOMAIN\sam}.
     */
    public String subject() {
        if (ids.sipAddress() != null) {
            return ids.sipAddress();
        }
        if (ids.userPrincipalName() != null) {
            return ids.userPrincipalName();
        }
        if (ids.distinguishedName() != null) {
            return ids.distinguishedName();
        }
        String account = ids.account();
        return account != null ? account : ids.title();
    }
}
