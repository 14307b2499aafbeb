package io.calque.plan;

/**
 * What a step changes, in one shape for all kinds: one aspect of its subject, before and after.
 *
 * @param aspect a policy type's id, {@code enterpriseVoice} or {@code line}
 * @param before what the step expects
 * @param after what it leaves
 */
public record Change(String aspect, Side before, Side after) {
    /** The aspect of Enterprise Voice. */
    public static final String VOICE = "enterpriseVoice";

    /** The aspect of primary numbers. */
    public static final String LINE = "line";

    private static final Side ON = new Side.Flag(true);
    private static final Side OFF = new Side.Flag(false);

    /** The change that a step makes. */
    public static Change of(Step step) {
        return switch (step) {
            case Step.CreatePolicy(var policy, var _) ->
                new Change(policy.type().id(), new Side.Nothing(), new Side.Settings(policy.settings()));
            case Step.SetPolicy set ->
                new Change(set.type().id(), new Side.Settings(set.before()), new Side.Settings(set.after()));
            case Step.RemovePolicy(var policy, var _) ->
                new Change(policy.type().id(), new Side.Settings(policy.settings()), new Side.Nothing());
            case Step.Grant grant -> new Change(grant.type().id(), Side.of(grant.before()), Side.of(grant.after()));
            case Step.Revoke revoke -> new Change(revoke.type().id(), Side.of(revoke.before()), new Side.Nothing());
            case Step.EnableVoice _ -> new Change(VOICE, OFF, ON);
            case Step.DisableVoice _ -> new Change(VOICE, ON, OFF);
            case Step.SetLine line -> new Change(LINE, Side.of(line.before()), Side.of(line.after()));
        };
    }
}
