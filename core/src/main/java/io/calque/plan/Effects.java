package io.calque.plan;

import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.UserState;

/** What steps do to a state when nothing goes wrong: the meaning of a step, which everybody who predicts or simulates shares. */
public final class Effects {
    private Effects() {}

    /** A user after a step about that user. */
    public static UserState on(UserState user, Step.OfUser step) {
        return switch (step) {
            case Step.Grant grant -> user.withGrant(grant.type(), grant.after());
            case Step.Revoke revoke -> user.withGrant(revoke.type(), null);
            case Step.EnableVoice _ -> user.withAccount(user.account().withEnterpriseVoice(true));
            case Step.DisableVoice _ -> user.withAccount(user.account().withEnterpriseVoice(false));
            case Step.SetLine line -> user.withLine(line.after());
        };
    }

    /** Policies after a step about one of them. */
    public static PolicySet on(PolicySet policies, Step.OfPolicy step) {
        return switch (step) {
            case Step.CreatePolicy(Policy policy, var _) -> policies.with(policy);
            case Step.SetPolicy set ->
                policies.with(policies.find(set.type(), set.identity())
                        .orElseGet(() -> Policy.allDefaults(set.type(), set.identity()))
                        .with(set.after()));
            case Step.RemovePolicy(Policy policy, var _) -> policies.without(policy.type(), policy.identity());
        };
    }
}
