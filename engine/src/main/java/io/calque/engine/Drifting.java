package io.calque.engine;

import io.calque.engine.context.Context;
import io.calque.people.FaultyRows;
import io.calque.plan.DriftItem;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import java.util.List;

/** Compares what a server holds with what the workspace says. Reads only. */
public final class Drifting {
    private final Context context;

    /** Compares for the context's workspace. */
    public Drifting(Context context) {
        this.context = context;
    }

    /** The differences, in the order of the plan that would take them away. */
    public Answer<List<DriftItem>> differences(FaultyRows faulty) {
        Answer<Plan> plan = new Planning(context).unbraked(PlanOptions.DEFAULT, faulty);
        return new Answer<>(DriftItem.of(plan.value().steps()), plan.findings());
    }
}
