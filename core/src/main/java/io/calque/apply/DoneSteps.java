package io.calque.apply;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.journal.RunState;
import io.calque.plan.NumberedStep;
import io.calque.plan.StepCheck;
import io.calque.state.Observed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a run did, for whoever takes it back. */
public final class DoneSteps {
    private DoneSteps() {}

    /**
     * The steps that were done, in the plan's order: those that the journal says were, and of those in doubt the ones that the server
     * shows as done. One of which the server shows neither is reported, and left as it is.
     */
    public static List<NumberedStep> of(RunState state, Observed observed, Findings findings) {
        List<NumberedStep> done = new ArrayList<>(state.done());
        StepCheck check = new StepCheck(observed);
        for (RunState.Doubt doubt : state.doubtful()) {
            switch (check.at(doubt.step().step())) {
                case StepCheck.Found.AsPlanned _ -> {}
                case StepCheck.Found.Already _ -> done.add(doubt.step());
                case StepCheck.Found.Otherwise(String what) ->
                    findings.add(Finding.of(
                                    Code.CHANGED_SINCE,
                                    "step " + doubt.step().id() + " is in doubt, and "
                                            + doubt.step().step().subject() + " " + what
                                            + ": neither as before nor as planned")
                            .help("Look at it on the server, and set by hand what it should be"));
            }
        }
        done.sort(Comparator.comparingLong(NumberedStep::id));
        return done;
    }
}
