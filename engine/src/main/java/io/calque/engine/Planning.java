package io.calque.engine;

import io.calque.diagnostic.Findings;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.people.FaultyRows;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.Planner;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;

/** Makes the plan of a workspace: reads its people past a planner, against what the server holds. */
public final class Planning {
    private Planning() {}

    /** The plan for today and the server as it is; whatever is wrong with people goes into the findings, or is a fault. */
    public static Plan plan(
            Sources sources,
            Workspace workspace,
            PlanOptions options,
            FaultyRows faulty,
            Context context,
            Findings findings) {
        Planner planner = planner(workspace, context, findings);
        Findings read = new Findings();
        Observed observed = sources.observed(planner::accept, read);
        faulty.settle(read, findings);
        return planner.finish(observed, options);
    }

    /** The same for a server whose state is known. */
    public static Plan plan(
            Sources sources, Workspace workspace, Observed observed, Context context, Findings findings) {
        Planner planner = planner(workspace, context, findings);
        Findings read = new Findings();
        sources.people(planner::accept, read);
        FaultyRows.REFUSE.settle(read, findings);
        return planner.finish(observed, PlanOptions.DEFAULT);
    }

    private static Planner planner(Workspace workspace, Context context, Findings findings) {
        return new Planner(workspace, context.today(), findings);
    }
}
