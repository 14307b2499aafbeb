package io.calque.plan;

import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a saved plan still fits the server: its policies are those that the plan was made for, and each step finds what it expects. */
public final class PlanCheck {
    private static final int MOST_TOLD = 20;
    private static final String ANEW = "Make a new plan with calque plan, and review it";

    private PlanCheck() {}

    /**
     * What no longer fits; empty for a plan that may be applied. At most 20 steps are told, then their number.
     *
     * @param fresh the server's state, read after the plan was made
     */
    public static List<Finding> findings(Plan plan, Observed fresh) {
        if (plan.header().product() != fresh.product()) {
            return List.of(stale("the plan is for " + plan.header().product().title() + ", and the server is "
                    + fresh.product().title()));
        }
        List<Finding> findings = new ArrayList<>();
        StepCheck look = new StepCheck(fresh);
        long stale = 0;
        for (NumberedStep next : firstOfEachAspect(plan)) {
            String what = unexpected(look.at(next.step()));
            if (!what.isEmpty() && ++stale <= MOST_TOLD) {
                findings.add(stale("step " + next.id() + ", "
                        + next.step().kind().word() + ": " + next.step().subject() + " " + what));
            }
        }
        if (stale > MOST_TOLD) {
            findings.add(stale((stale - MOST_TOLD) + " more steps no longer fit"));
        }
        if (stale == 0 && !fitsPolicies(plan, fresh.policies())) {
            findings.add(stale("the server's policies are not those that the plan was made for"));
        }
        return findings;
    }

    /** Whether the server's policies are those that the plan was made for. */
    public static boolean fitsPolicies(Plan plan, PolicySet policies) {
        return new Fingerprint(plan.header().digest())
                .with(policies)
                .equals(plan.header().fingerprint());
    }

    /** The policies as they were before some steps were done. */
    public static PolicySet before(PolicySet policies, List<NumberedStep> done) {
        PolicySet before = policies;
        for (NumberedStep next : done.reversed()) {
            switch (next.step()) {
                case Step.CreatePolicy create -> before = before.without(create.type(), create.identity());
                case Step.RemovePolicy remove -> before = before.with(remove.policy());
                case Step.SetPolicy set -> before = before(before, set);
                case Step.OfUser _ -> {}
            }
        }
        return before;
    }

    private static PolicySet before(PolicySet policies, Step.SetPolicy set) {
        Policy now = policies.find(set.type(), set.identity())
                .orElseGet(() -> Policy.allDefaults(set.type(), set.identity()));
        Map<String, Value> settings = new HashMap<>(now.settings());
        settings.keySet().removeAll(set.after().keySet());
        settings.putAll(set.before());
        return policies.with(new Policy(set.type(), set.identity(), settings));
    }

    /** Later steps about the same thing expect what earlier ones leave, so only the first can be held against the server. */
    private static List<NumberedStep> firstOfEachAspect(Plan plan) {
        Set<List<String>> seen = new HashSet<>();
        return plan.numbered().stream()
                .filter(next -> seen.add(List.of(
                        Step.key(next.step().subject()), Change.of(next.step()).aspect())))
                .toList();
    }

    private static String unexpected(StepCheck.Found found) {
        return switch (found) {
            case StepCheck.Found.AsPlanned _ -> "";
            case StepCheck.Found.Already _ -> "already is as planned";
            case StepCheck.Found.Otherwise(String what) -> what;
        };
    }

    private static Finding stale(String message) {
        return Finding.of(Code.PLAN_STALE, message).help(ANEW);
    }
}
