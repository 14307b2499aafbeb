package io.calque.lint;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.policy.GateState;
import io.calque.workspace.DeclaredPolicy;
import java.util.stream.Stream;

/** Data collaboration off, meant against slides and whiteboards, takes files in group chats away as well. */
final class GroupFilesBroken implements LintRule {
    private static final String RIGHT = "file.group";

    /** The prerequisite of files in group chats (facts: semantics of EnableFileTransfer). */
    static final String DATA_COLLABORATION = "EnableDataCollaboration";

    @Override
    public Code code() {
        return Code.GROUP_FILES_BROKEN;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        return inspection
                .declared(PolicyType.CONFERENCING)
                .flatMap(declared -> GroupChatBroken.lost(declared, RIGHT, inspection)
                        .flatMap(verdict -> verdict.gates().stream())
                        .filter(gate -> !gate.open() && isDataCollaboration(gate))
                        .map(_ -> tell(declared)));
    }

    static boolean isDataCollaboration(GateState gate) {
        return gate.condition().setting().name().equals(DATA_COLLABORATION);
    }

    private Finding tell(DeclaredPolicy declared) {
        return Finding.of(
                        code(),
                        declared.policy().identity().print() + " breaks files in group chats: they need "
                                + DATA_COLLABORATION)
                .help(
                        "Leave it on, and close whiteboards, polls and slides with switches of their own: AllowAnnotations, AllowPolls, and AllowOfficeContent where the version has it")
                .at(declared.placeOf(DATA_COLLABORATION));
    }
}
