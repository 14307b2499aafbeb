package io.calque.engine;

import io.calque.apply.DoneSteps;
import io.calque.diagnostic.Findings;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.journal.RunState;
import io.calque.plan.Plan;
import io.calque.plan.UndoPlanner;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;

/** Makes the plan back to what was before a run. Changes nothing. */
public final class Undoing {
    private final Context context;

    /** Plans for the context's workspace. */
    public Undoing(Context context) {
        this.context = context;
    }

    /**
     * The plan back.
     *
     * @param run the run, as its result named it
     * @throws io.calque.diagnostic.Fault when there is no such run, or its journal can't be trusted
     */
    public Answer<Plan> plan(String run) {
        RunState state = context.folder().runs(context.clock()).read(run);
        Workspace workspace = context.folder().workspace();
        Findings findings = new Findings();
        Observed observed = new Sources(context, workspace).observed();
        Plan back = new UndoPlanner(workspace, observed, findings).plan(run, DoneSteps.of(state, observed, findings));
        return Planning.braked(workspace, Answer.of(back, findings));
    }
}
