package io.calque.plan;

import io.calque.catalogue.Value;
import io.calque.policy.Identity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The step that takes a step back. */
final class Inverse {
    private Inverse() {}

    /**
     * The step back; empty for a change of settings whose former values nothing tells. Of several settings those that are not told
     * are left out.
     */
    static Optional<Step> of(Step step, String because) {
        return switch (step) {
            case Step.CreatePolicy(var policy, var _) -> Optional.of(new Step.RemovePolicy(policy, because));
            case Step.RemovePolicy(var policy, var _) -> Optional.of(new Step.CreatePolicy(policy, because));
            case Step.SetPolicy set -> settings(set, because);
            case Step.Grant grant -> Optional.of(granted(grant, because));
            case Step.Revoke revoke ->
                Optional.of(new Step.Grant(revoke.subject(), revoke.type(), null, revoke.before(), because));
            case Step.EnableVoice voice -> Optional.of(new Step.DisableVoice(voice.subject(), because));
            case Step.DisableVoice voice -> Optional.of(new Step.EnableVoice(voice.subject(), because));
            case Step.SetLine line ->
                Optional.of(new Step.SetLine(line.subject(), line.after(), line.before(), because));
        };
    }

    private static Step granted(Step.Grant grant, String because) {
        Identity.Tag former = grant.before();
        return former == null
                ? new Step.Revoke(grant.subject(), grant.type(), grant.after(), because)
                : new Step.Grant(grant.subject(), grant.type(), grant.after(), former, because);
    }

    private static Optional<Step> settings(Step.SetPolicy set, String because) {
        Map<String, Value> now = new HashMap<>(set.after());
        now.keySet().retainAll(set.before().keySet());
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.SetPolicy(set.type(), set.identity(), now, set.before(), because));
    }
}
