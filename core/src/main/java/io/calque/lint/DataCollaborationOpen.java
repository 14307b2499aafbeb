package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.licence.Condition;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Data collaboration must stay on for files in group chats, and so whiteboards, polls and slides stay open. People to whom those files
 * are not licensed have no need of it: it can be switched off itself, which CQ301 says.
 */
final class DataCollaborationOpen implements LintRule {
    @Override
    public Code code() {
        return Code.DATA_COLLABORATION_OPEN;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Licensing licensing = inspection.licensing();
        return inspection.promises().stream().flatMap(promise -> {
            List<Verdict> open = promise.excess(licensing).stream()
                    .filter(v -> v.gates().stream().anyMatch(GroupFilesBroken::isDataCollaboration))
                    .filter(v -> others(licensing.switches(v.entitlement(), promise.licences())))
                    .toList();
            return open.isEmpty() ? Stream.of() : Stream.of(tell(promise, open, licensing));
        });
    }

    /** Whether there are switches, and data collaboration, which must stay on, is none of them. */
    private static boolean others(List<Condition> switches) {
        return !switches.isEmpty()
                && switches.stream().noneMatch(c -> c.setting().name().equals(GroupFilesBroken.DATA_COLLABORATION));
    }

    private Finding tell(ProofObligation promise, List<Verdict> open, Licensing licensing) {
        String switches = open.stream()
                .flatMap(v -> licensing.switches(v.entitlement(), promise.licences()).stream())
                .map(condition -> condition.setting().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return Finding.of(
                        code(),
                        promise.title() + " leaves open to " + promise.people()
                                + " what data collaboration brings along: " + ProofObligation.list(open))
                .help("Leave " + GroupFilesBroken.DATA_COLLABORATION + " on, files in group chats need it; close "
                        + switches)
                .at(promise.place());
    }
}
