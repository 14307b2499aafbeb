package io.calque.engine;

import io.calque.audit.Auditor;
import io.calque.audit.Position;
import io.calque.diagnostic.Findings;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.people.FaultyRows;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;

/** Finds the licence position of a workspace: what its people hold against what the server gives them. Reads only. */
public final class Auditing {
    private final Context context;
    private final Workspace workspace;
    private final Sources sources;

    /**
     * Opens the context's workspace.
     *
     * @throws io.calque.diagnostic.Fault when its files have errors
     */
    public Auditing(Context context) {
        this.context = context;
        this.workspace = context.folder().workspace();
        this.sources = new Sources(context, workspace);
    }

    /** The workspace that is audited. */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * The position today, against the server as it is.
     *
     * @throws io.calque.diagnostic.Fault when the people can't be read whole, unless faulty rows are left out
     */
    public Answer<Position> position(FaultyRows faulty) {
        return position(sources.observed(), faulty);
    }

    /** The same for a server whose state is known. */
    public Answer<Position> position(Observed observed, FaultyRows faulty) {
        Auditor auditor = new Auditor(workspace, observed, context.today());
        Findings read = new Findings();
        sources.people(auditor::accept, read);
        Findings findings = new Findings();
        faulty.settle(read, findings);
        return Answer.of(auditor.finish(), findings);
    }
}
