package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Looks through a workspace that could be read: the proof, the traps, and what nobody uses. */
public final class Lint {
    private static final List<LintRule> RULES = List.of(
            new UnlicensedRight(),
            new RightWithoutSwitch(),
            new RightNotGiven(),
            new GroupChatBroken(),
            new GroupFilesBroken(),
            new DataCollaborationOpen(),
            new GenerousFallback(),
            new VoiceWithoutPlus(),
            new DelegationWithoutVoice(),
            new LicenceWithoutStandard(),
            new DecisionCounts(),
            new UnusedPolicy(),
            new UnusedPersona(),
            new RuleNeverMatches(),
            new EqualPolicies());

    private Lint() {}

    /** The codes of all rules, in their order. */
    public static List<Code> codes() {
        return RULES.stream().map(LintRule::code).toList();
    }

    /**
     * Everything that is wrong or unwise, in reading order.
     *
     * @param workspace the workspace, read without errors
     * @param census how many people each rule means; empty when people are not known, and rules are then judged by their conditions
     */
    public static List<Finding> check(Workspace workspace, Optional<Census> census) {
        LintContext inspection = new LintContext(workspace, census);
        return RULES.stream()
                .flatMap(rule -> rule.check(inspection))
                .distinct()
                .sorted(Finding.ORDER)
                .toList();
    }
}
