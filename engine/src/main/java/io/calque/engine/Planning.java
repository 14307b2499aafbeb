package io.calque.engine;

import io.calque.diagnostic.Findings;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.people.FaultyRows;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.Planner;
import io.calque.plan.TrippedBrake;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;

/** Makes the plan of a workspace: from what its server holds to what the workspace says. Changes nothing. */
public final class Planning {
    private final Workspace workspace;
    private final Sources sources;
    private final Context context;

    /**
     * Opens the context's workspace.
     *
     * @throws io.calque.diagnostic.Fault when its files have errors
     */
    public Planning(Context context) {
        this(context, context.folder().workspace());
    }

    /** Plans for a workspace that is not, or not yet, what the files say. */
    Planning(Context context, Workspace workspace) {
        this.context = context;
        this.workspace = workspace;
        this.sources = new Sources(context, workspace);
    }

    /** The workspace that is planned for. */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * The plan for today and the server as it is.
     *
     * @throws io.calque.diagnostic.Fault when the people can't be read whole, unless faulty rows are left out
     */
    public Answer<Plan> plan(PlanOptions options, FaultyRows faulty) {
        return braked(workspace, unbraked(options, faulty));
    }

    /** The same, to be looked at only. */
    Answer<Plan> unbraked(PlanOptions options, FaultyRows faulty) {
        Findings findings = new Findings();
        Planner planner = new Planner(workspace, context.today(), findings);
        Findings read = new Findings();
        Observed observed = sources.observed(planner::accept, read);
        faulty.settle(read, findings);
        return Answer.of(planner.finish(observed, options), findings);
    }

    /** The same for a server whose state is known. */
    public Answer<Plan> plan(Observed observed) {
        Findings findings = new Findings();
        Planner planner = new Planner(workspace, context.today(), findings);
        Findings read = new Findings();
        sources.people(planner::accept, read);
        FaultyRows.REFUSE.settle(read, findings);
        return braked(workspace, Answer.of(planner.finish(observed, PlanOptions.DEFAULT), findings));
    }

    /** A plan with what was found on the way; a brake that it trips is among it, with the place where the workspace sets it. */
    static Answer<Plan> braked(Workspace workspace, Answer<Plan> answer) {
        TrippedBrake brake = answer.value().header().brake();
        if (brake == null) {
            return answer;
        }
        Findings findings = new Findings();
        findings.addAll(answer.findings());
        findings.add(brake.finding().at(workspace.brakes().places().get(brake.name())));
        return Answer.of(answer.value(), findings);
    }
}
