package io.calque.cli.command;

import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.engine.folder.WorkspaceFolder;
import java.util.List;

/** The report that the newest run of a workspace did not come to its end. */
public final class UnfinishedRun {
    private UnfinishedRun() {}

    /** Reports it, where it is so. */
    public static void report(WorkspaceFolder folder, Terminal terminal) {
        folder.runs(terminal.clock())
                .unfinished()
                .ifPresent(run -> new FindingText(terminal.err(), terminal.errInk())
                        .print(List.of(Finding.of(Code.RUN_UNFINISHED, "the run " + run + " did not come to its end")
                                .help("Finish it with calque apply PLAN --resume " + run
                                        + ", or take it back with calque undo " + run + " -o back.plan"))));
    }
}
