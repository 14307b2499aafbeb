package io.calque.state;

import io.calque.catalogue.PolicyType;
import io.calque.people.Identified;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A user as the server holds it.
 *
 * @param ids the names
 * @param configuration how the server provides for the user
 * @param lineUri the primary number, {@code tel:+…}; null for none
 */
public record UserState(
        Identifiers ids,
        UserConfiguration configuration,
        @Nullable String lineUri) implements Identified {
    /** A user by all that the server tells, see {@link UserConfiguration}. */
    public UserState(
            Identifiers ids,
            @Nullable String site,
            Account account,
            @Nullable String lineUri,
            Identity.@Nullable Tag conferencing,
            Identity.@Nullable Tag voice) {
        this(ids, new UserConfiguration(site, account, conferencing, voice), lineUri);
    }

    /** The site of the user's pool; null where not known. */
    public @Nullable String site() {
        return configuration.site();
    }

    /** The flags that matter for licences. */
    public Account account() {
        return configuration.account();
    }

    /** Where the user is homed. */
    public Home home() {
        return account().home();
    }

    /** The conferencing policy granted; null for none. */
    public Identity.@Nullable Tag conferencing() {
        return configuration.conferencing();
    }

    /** The voice policy granted; null for none. */
    public Identity.@Nullable Tag voice() {
        return configuration.voice();
    }

    /** The policy granted of a type; null for none. */
    public Identity.@Nullable Tag granted(PolicyType type) {
        return configuration.granted(type);
    }

    /** The same user otherwise provided for. */
    public UserState withConfiguration(UserConfiguration newConfiguration) {
        return new UserState(ids, newConfiguration, lineUri);
    }

    /** The same user with another grant. */
    public UserState withGrant(PolicyType type, Identity.@Nullable Tag policy) {
        return withConfiguration(configuration.withGrant(type, policy));
    }

    /** The same user with other flags. */
    public UserState withAccount(Account newAccount) {
        return withConfiguration(configuration.withAccount(newAccount));
    }

    /** The same user with another line. */
    public UserState withLine(@Nullable String newLine) {
        return new UserState(ids, configuration, newLine);
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
