package io.calque.directory;

import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.security.password.PasswordSource;
import io.calque.security.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the secrets of a login come from, and whether they may go to the servers that a workspace names. */
public interface LoginSecrets {
    /**
     * The password that a login wants.
     *
     * @param findings receives why there is none
     */
    Optional<Secret> password(Wanted wanted, Findings findings);

    /**
     * Whether a key file that the workspace names may be used with these servers.
     *
     * @param findings receives why not
     */
    boolean admitsKey(List<String> hosts, Place place, Findings findings);

    /**
     * What a workspace says of a password.
     *
     * @param account who logs in
     * @param hosts the servers that get to see it or what is made of it
     * @param credential the name of one of the user's credentials; null for the one that fits account and hosts
     * @param source where the password comes from; null where the workspace leaves that to the user
     * @param place where it says so
     */
    record Wanted(
            String account,
            List<String> hosts,
            @Nullable String credential,
            @Nullable PasswordSource source,
            Place place) {}
}
