package io.calque.plan;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the plan back to what was before a run: the steps that were done, last first, each taken back. That order holds for line
 * moves and for policies too, because every step finds what it left. What others changed since is left alone, with a finding.
 */
public final class UndoPlanner {
    private final Workspace workspace;
    private final Observed observed;
    private final Findings findings;

    /** A planner against a fresh state. */
    public UndoPlanner(Workspace workspace, Observed observed, Findings findings) {
        this.workspace = workspace;
        this.observed = observed;
        this.findings = findings;
    }

    /**
     * The plan back.
     *
     * @param run the run, named in the reasons
     * @param done the steps of the run that were done, in the order in which they were
     */
    public Plan plan(String run, List<NumberedStep> done) {
        StepCheck look = new StepCheck(observed);
        Set<List<String>> judged = new HashSet<>();
        Set<List<String>> leftAlone = new HashSet<>();
        Set<String> people = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (NumberedStep next : done.reversed()) {
            Optional<Step> inverse = inverse(run, next);
            if (inverse.isEmpty()) {
                continue;
            }
            Step back = inverse.get();
            List<String> aspect =
                    List.of(Step.key(back.subject()), Change.of(back).aspect());
            if (judged.add(aspect) && !applies(look.at(back), next)) {
                leftAlone.add(aspect);
            }
            if (back instanceof Step.OfUser) {
                people.add(Step.key(back.subject()));
            }
            if (!leftAlone.contains(aspect)) {
                steps.add(back);
            }
        }
        return new PlanHeaders(workspace, observed).plan(steps, people.size());
    }

    private Optional<Step> inverse(String run, NumberedStep done) {
        Optional<Step> back = Inverse.of(
                done.step(),
                "undoes step " + done.id() + " of " + run + ", which was taken because: "
                        + done.step().because());
        Set<String> unknown = unknown(done.step(), back);
        if (!unknown.isEmpty()) {
            findings.add(Finding.of(
                            Code.UNDO_PARTLY,
                            "step " + done.id() + " of " + run
                                    + " can't be undone completely: the previous value is unknown for "
                                    + String.join(", ", unknown) + " of "
                                    + done.step().subject())
                    .help("Look at the policy on the server, and set by hand what it should be"));
        }
        return back;
    }

    /** The settings that the step back leaves as they are, because their former values are not known. */
    private static Set<String> unknown(Step step, Optional<Step> back) {
        Set<String> unknown = new TreeSet<>();
        if (step instanceof Step.SetPolicy set) {
            unknown.addAll(set.after().keySet());
            if (back.isPresent() && back.get() instanceof Step.SetPolicy known) {
                unknown.removeAll(known.after().keySet());
            }
        }
        return unknown;
    }

    private boolean applies(StepCheck.Found found, NumberedStep done) {
        return switch (found) {
            case StepCheck.Found.AsPlanned _ -> true;
            case StepCheck.Found.Already _ -> false;
            case StepCheck.Found.Otherwise(String what) -> {
                findings.add(Finding.of(
                                Code.CHANGED_SINCE,
                                done.step().subject() + " " + what + "; the run did not do that, so it is unchanged")
                        .help("Change it by hand if that is not meant"));
                yield false;
            }
        };
    }
}
