package io.calque.cli.run;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Sources;
import io.calque.state.ObservedWriter;
import io.calque.store.WorkspaceLock;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows what the server of a workspace holds, or sets the simulated pool back. */
@CommandLine.Command
public final class PoolCommand implements Command {
    /** What can be done. */
    enum Deed {
        dump,
        reset
    }

    @Parameters(
            index = "0",
            paramLabel = "dump|reset",
            description = "dump prints what the server holds, as observed.json; reset makes the simulated pool new")
    private Deed deed = Deed.dump;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "the workspace's folder; else the one you are in")
    private String name = ".";

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder folder = WorkspaceFolder.open(terminal.resolve(name), name);
        Sources sources = new Sources(WorkspaceContext.of(terminal, folder), folder.workspace());
        switch (deed) {
            case dump -> {
                Locking.report(folder, terminal);
                ObservedWriter.write(sources.observed(), terminal.out());
            }
            case reset -> {
                try (WorkspaceLock lock = Locking.take(folder, "calque pool reset", terminal)) {
                    boolean given = folder.pool().reset(lock);
                    terminal.err()
                            .println(
                                    given
                                            ? "The simulated pool is as the demo made it."
                                            : "The simulated pool is new: it has the workspace's people, without grants.");
                }
            }
        }
        return Exit.DONE;
    }
}
