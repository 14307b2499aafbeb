package io.calque.lync.cmdlet;

import io.calque.plan.Step;
import java.util.TreeMap;

/** Which call writes a step of a plan: one mapping for the script and for the live server. */
public final class StepCmdlets {
    private StepCmdlets() {}

    /**
     * The call that writes a step. That of a step on a user takes the user from the pipeline.
     *
     * @throws io.calque.diagnostic.Fault when the step names something with characters that no name may hold
     */
    public static Cmdlet write(Step step) {
        return switch (step) {
            case Step.CreatePolicy(var policy, var _) ->
                PolicyCmdlets.create(
                        policy.type(), new PolicyIdentity(policy.identity()), new TreeMap<>(policy.settings()));
            case Step.SetPolicy set ->
                PolicyCmdlets.set(set.type(), new PolicyIdentity(set.identity()), new TreeMap<>(set.after()));
            case Step.RemovePolicy(var policy, var _) ->
                PolicyCmdlets.remove(policy.type(), new PolicyIdentity(policy.identity()));
            case Step.Grant grant -> UserCmdlets.grantFed(grant.type(), new PolicyIdentity(grant.after()).text());
            case Step.Revoke revoke -> UserCmdlets.grantFed(revoke.type(), null);
            case Step.EnableVoice _ -> UserCmdlets.voiceFed(true);
            case Step.DisableVoice _ -> UserCmdlets.voiceFed(false);
            case Step.SetLine line -> UserCmdlets.lineFed(line.after());
        };
    }
}
