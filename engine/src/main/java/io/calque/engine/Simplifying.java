package io.calque.engine;

import io.calque.catalogue.PolicyType;
import io.calque.engine.context.Context;
import io.calque.explain.Edit;
import io.calque.explain.Minimiser;
import io.calque.explain.SimplerWorkspace;
import io.calque.explain.Simplification;
import io.calque.people.FaultyRows;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.workspace.Workspace;
import java.util.List;

/** Finds the smallest set of policies that gives every persona exactly its rights. Changes nothing. */
public final class Simplifying {
    private final Context context;
    private final Workspace workspace;
    private final PolicyType type;

    /** For the policies of one type in the context's workspace. */
    public Simplifying(Context context, PolicyType type) {
        this.context = context;
        this.workspace = context.folder().workspace();
        this.type = type;
    }

    /**
     * What is superfluous, and how to do without it.
     *
     * @param simplification equal, subsumed and unused policies, and the set to keep
     * @param edits what to change in the workspace's files, in their order
     */
    public record Proposal(Simplification simplification, List<Edit> edits) {
        public Proposal {
            edits = List.copyOf(edits);
        }
    }

    /** The smallest set. */
    public Proposal proposal() {
        Simplification simplification = Minimiser.simplify(workspace, type);
        return new Proposal(simplification, Edit.of(workspace, type, simplification));
    }

    /** The plan that takes the server there, with the policies that are dropped removed. */
    public Answer<Plan> plan(Proposal proposal) {
        Workspace simpler = SimplerWorkspace.of(workspace, type, proposal.simplification());
        return new Planning(context, simpler).plan(new PlanOptions(true), FaultyRows.REFUSE);
    }
}
