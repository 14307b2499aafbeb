package io.calque.engine;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.people.FaultyRows;
import io.calque.people.PeopleListFile;
import io.calque.plan.GrantPlanner;
import io.calque.plan.Plan;
import io.calque.source.Bytes;
import io.calque.workspace.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the plan that gives one policy to a list of people. Changes nothing. */
public final class Granting {
    private final Workspace workspace;
    private final Sources sources;

    /**
     * Opens the context's workspace.
     *
     * @throws Fault when its files have errors
     */
    public Granting(Context context) {
        this.workspace = context.folder().workspace();
        this.sources = new Sources(context, workspace);
    }

    /** The workspace that is planned for. */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * What is to be given to whom.
     *
     * @param file the name of the list, for messages
     * @param list the list: CSV with a header and a column of names
     * @param domain the domain of logon names that stand without one; null for none
     * @param type the policy's type
     * @param policy its name
     */
    public record Order(String file, Bytes list, @Nullable String domain, PolicyType type, String policy) {}

    /**
     * The plan for the server as it is.
     *
     * @throws Fault with all that stands in the way
     */
    public Answer<Plan> plan(Order order, FaultyRows faulty) {
        Findings read = new Findings();
        Optional<PeopleListFile> names = PeopleListFile.read(order.file(), order.list(), order.domain(), read);
        GrantPlanner planner = new GrantPlanner(workspace, sources.observed(), read);
        Plan plan = names.flatMap(list -> planner.plan(list, order.type(), order.policy()))
                .orElseThrow(() -> new Fault(read.sorted()));
        Findings findings = new Findings();
        faulty.settle(read, findings);
        return Planning.braked(workspace, Answer.of(plan, findings));
    }
}
