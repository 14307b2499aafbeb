package io.calque.cli.folder;

import io.calque.audit.Auditor;
import io.calque.audit.Position;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Findings;
import io.calque.people.FaultyRows;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneId;

/** Finds the licence position of a workspace: reads its people past an auditor, against what the server holds. */
public final class Auditing {
    private Auditing() {}

    /** The position today; whatever is wrong with people goes into the findings, or is a fault. */
    public static Position position(
            Sources sources,
            Workspace workspace,
            Observed observed,
            FaultyRows faulty,
            Terminal terminal,
            Findings findings) {
        LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), ZoneId.systemDefault());
        Auditor auditor = new Auditor(workspace, observed, today);
        Findings read = new Findings();
        sources.people(auditor::accept, read);
        faulty.settle(read, findings);
        return auditor.finish();
    }
}
