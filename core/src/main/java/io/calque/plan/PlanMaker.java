package io.calque.plan;

import io.calque.diagnostic.Findings;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a plan together from what every user shall have. */
final class PlanMaker {
    /** Kinds in their order, policies by type and name: the order of the workspace's file does not matter. */
    private static final Comparator<Step> POLICY_ORDER = Comparator.comparing(Step::kind)
            .thenComparing(step -> Change.of(step).aspect())
            .thenComparing(Step::subject, String.CASE_INSENSITIVE_ORDER);

    private final Workspace workspace;
    private final Observed observed;
    private final @Nullable String file;
    private final Findings findings;

    /** The file is that of the people; null where they stand in none. */
    PlanMaker(Workspace workspace, Observed observed, @Nullable String file, Findings findings) {
        this.workspace = workspace;
        this.observed = observed;
        this.file = file;
        this.findings = findings;
    }

    Plan make(Planner.@Nullable Wanted[] wanted, PlanOptions options) {
        PolicyDiff policies = new PolicyDiff(workspace, observed, findings);
        Outcome outcome = new Outcome(observed);
        UserDiff users = new UserDiff(outcome, file, findings);
        int[] order = IntStream.range(0, wanted.length)
                .filter(i -> wanted[i] != null)
                .boxed()
                .sorted((a, b) -> subject(a).compareTo(subject(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int position : order) {
            users.compare(position, Objects.requireNonNull(wanted[position]));
        }
        List<Step> steps = new ArrayList<>(policies.steps());
        steps.sort(POLICY_ORDER);
        steps.addAll(users.steps());
        if (options.prune()) {
            steps.addAll(policies.removals(outcome::isGranted));
        }
        return new PlanHeaders(workspace, observed).plan(steps, order.length, outcome);
    }

    private String subject(int position) {
        return observed.users().get(position).subject();
    }
}
