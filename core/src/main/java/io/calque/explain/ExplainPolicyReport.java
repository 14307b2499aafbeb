package io.calque.explain;

import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.Optional;

/** What a policy or a persona gives apart from any one person, or how it differs from another. */
public sealed interface ExplainPolicyReport {
    /**
     * What it gives.
     *
     * @param policy the policy; empty for a persona
     * @param name its name
     * @param subject the policies and the account that it comes to
     * @param verdicts every right
     */
    record Gives(Optional<Policy> policy, String name, Subject subject, List<Verdict> verdicts)
            implements ExplainPolicyReport {
        public Gives {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * How it differs.
     *
     * @param persona whether it is a persona; else a policy
     * @param name its name
     * @param comparison the differences
     */
    record Compares(boolean persona, String name, Comparison comparison) implements ExplainPolicyReport {}
}
