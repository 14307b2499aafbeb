package io.calque.cli.folder;

import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Findings;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.Planner;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneId;

/** Makes the plan of a workspace: reads its people past a planner, against what the server holds. */
public final class Planning {
    private Planning() {}

    /** The plan for today; whatever is wrong with people goes into the findings. */
    public static Plan plan(
            Sources sources,
            Workspace workspace,
            Observed observed,
            PlanOptions options,
            Terminal terminal,
            Findings findings) {
        LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), ZoneId.systemDefault());
        Planner planner = new Planner(workspace, observed, today, findings);
        sources.people(planner::judge, planner::accept, findings);
        return planner.finish(options);
    }
}
