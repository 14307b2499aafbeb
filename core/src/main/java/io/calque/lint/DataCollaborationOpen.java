package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.licence.Condition;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data collaboration must stay on for files in group chats, and so whiteboards, polls and slides stay open. */
final class DataCollaborationOpen implements LintRule {
    @Override
    public Code code() {
        return Code.DATA_COLLABORATION_OPEN;
    }

    @Override
    public Stream<Finding> check(Inspection inspection) {
        Licensing licensing = inspection.licensing();
        return inspection.promises().stream().flatMap(promise -> {
            List<Verdict> open = promise.excess(licensing).stream()
                    .filter(v -> v.gates().stream().anyMatch(GroupFilesBroken::isDataCollaboration))
                    .filter(v -> !licensing
                            .switches(v.entitlement(), promise.licences())
                            .isEmpty())
                    .toList();
            return open.isEmpty() ? Stream.of() : Stream.of(tell(promise, open, licensing));
        });
    }

    private Finding tell(Promise promise, List<Verdict> open, Licensing licensing) {
        String switches = open.stream()
                .flatMap(v -> licensing.switches(v.entitlement(), promise.licences()).stream())
                .map(Condition::setting)
                .map(setting -> setting.name())
                .filter(name -> !name.equals(GroupFilesBroken.DATA_COLLABORATION))
                .distinct()
                .collect(Collectors.joining(", "));
        return Finding.of(
                        code(),
                        promise.title() + " leaves open to people with " + promise.licences()
                                + " what data collaboration brings along: " + Promise.list(open))
                .help("Leave " + GroupFilesBroken.DATA_COLLABORATION + " on, files in group chats need it"
                        + (switches.isEmpty() ? "" : "; close " + switches))
                .at(promise.place());
    }
}
