package io.calque.lint;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.policy.GateState;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import io.calque.workspace.DeclaredPolicy;
import java.util.stream.Stream;

/** Meetings so small that the third person in a group chat is told that the meeting is full. */
final class GroupChatBroken implements LintRule {
    private static final String RIGHT = "im.group";

    @Override
    public Code code() {
        return Code.GROUP_CHAT_BROKEN;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        return inspection
                .declared(PolicyType.CONFERENCING)
                .flatMap(declared -> lost(declared, RIGHT, inspection)
                        .flatMap(verdict -> verdict.gates().stream())
                        .filter(gate -> !gate.open())
                        .map(gate -> tell(declared, gate)));
    }

    private Finding tell(DeclaredPolicy declared, GateState gate) {
        String setting = gate.condition().setting().name();
        String policy = declared.policy().identity().print();
        return Finding.of(
                        code(),
                        "with " + setting + " " + gate.value() + " of " + policy
                                + " the third person in a group chat gets the message that the meeting is full")
                .help("Remove the line: group chat is no conference, and the default gives no one a right to one")
                .at(declared.placeOf(setting));
    }

    /** A right that a policy takes from the people whom it is meant for although their licences cover it. */
    static Stream<Verdict> lost(DeclaredPolicy declared, String right, LintContext inspection) {
        Licensing licensing = inspection.licensing();
        return licensing.verdicts(inspection.plain(declared.policy())).stream()
                .filter(verdict -> verdict.right().equals(right) && !verdict.granted())
                .filter(verdict -> declared.licences().map(verdict::licensed).orElse(true));
    }
}
