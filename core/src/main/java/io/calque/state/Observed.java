package io.calque.state;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.PolicySet;
import java.util.List;

/**
 * What a server holds at one moment. Immutable.
 *
 * @param product the product version
 * @param sites the names of the sites
 * @param policies all policies
 * @param users all users that are enabled for the service or were once
 */
public record Observed(ProductVersion product, List<String> sites, PolicySet policies, Users users) {
    public Observed {
        sites = List.copyOf(sites);
    }

    /** What a server holds, with its users one by one. */
    public Observed(ProductVersion product, List<String> sites, PolicySet policies, List<UserState> users) {
        this(product, sites, policies, Users.of(users));
    }

    /** The same server with other users. */
    public Observed withUsers(Users others) {
        return new Observed(product, sites, policies, others);
    }

    /** What decides the rights of a user of this server. */
    public EffectiveState situation(UserState user) {
        return user.configuration().situation(policies);
    }

    /** Whether anybody has a policy granted. */
    public boolean isGranted(PolicyType type, Identity.Tag policy) {
        return users.configurations().anyMatch(configuration -> policy.equals(configuration.granted(type)));
    }
}
