package io.calque.engine;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.lint.Lint;
import io.calque.plan.Waiver;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * The checks of a workspace's files that stand between it and a saved plan: all of {@code calque check} but the meeting scenarios and
 * what is known only from the list of people, which the plan itself reads.
 *
 * @param errors what is wrong, of severity error
 * @param accepted the codes of these for which somebody gave a reason
 */
public record Proof(List<Finding> errors, List<Waiver> accepted) {
    public Proof {
        errors = List.copyOf(errors);
        accepted = List.copyOf(accepted);
    }

    /**
     * Checks a workspace.
     *
     * @param codes the codes that somebody accepts; those that are not found are passed over
     * @param reason why
     */
    public static Proof of(Workspace workspace, List<Code> codes, String reason) {
        List<Finding> errors = Lint.check(workspace, Optional.empty()).stream()
                .filter(Finding::isError)
                .toList();
        List<Waiver> accepted = errors.stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .filter(codes::contains)
                .map(code -> new Waiver(code.id(), reason))
                .toList();
        return new Proof(errors, accepted);
    }

    /** Whether every error is accepted. */
    public boolean holds() {
        return missing().isEmpty();
    }

    /** The codes that nobody accepted, in their order. */
    public List<String> missing() {
        return errors.stream()
                .map(finding -> finding.code().id())
                .filter(code ->
                        accepted.stream().noneMatch(waiver -> waiver.what().equals(code)))
                .distinct()
                .sorted()
                .toList();
    }
}
