package io.calque.state;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.policy.Situation;
import java.util.List;

/**
 * What a server holds at one moment. Immutable.
 *
 * @param product the product version
 * @param sites the names of the sites
 * @param policies all policies
 * @param users all users that are enabled for the service or were once
 */
public record Observed(ProductVersion product, List<String> sites, PolicySet policies, List<UserState> users) {
    public Observed {
        sites = List.copyOf(sites);
        users = List.copyOf(users);
    }

    /** What decides the rights of a user of this server. */
    public Situation situation(UserState user) {
        return situation(policies, user);
    }

    /** What decides the rights of a user under some policies. */
    public static Situation situation(PolicySet policies, UserState user) {
        Policy conferencing = policies.effective(PolicyType.CONFERENCING, user.conferencing(), user.site());
        Policy voice = policies.effective(PolicyType.VOICE, user.voice(), user.site());
        return new Situation(conferencing, voice, user.account());
    }

    /** Whether anybody has a policy granted. */
    public boolean isGranted(PolicyType type, Identity.Tag policy) {
        return users.stream().anyMatch(user -> policy.equals(user.granted(type)));
    }
}
