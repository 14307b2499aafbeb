package io.calque.engine;

import io.calque.audit.Auditor;
import io.calque.audit.Position;
import io.calque.diagnostic.Findings;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.people.FaultyRows;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;

/** Finds the licence position of a workspace: reads its people past an auditor, against what the server holds. */
public final class Auditing {
    private Auditing() {}

    /** The position today; whatever is wrong with people goes into the findings, or is a fault. */
    public static Position position(
            Sources sources,
            Workspace workspace,
            Observed observed,
            FaultyRows faulty,
            Context context,
            Findings findings) {
        Auditor auditor = new Auditor(workspace, observed, context.today());
        Findings read = new Findings();
        sources.people(auditor::accept, read);
        faulty.settle(read, findings);
        return auditor.finish();
    }
}
