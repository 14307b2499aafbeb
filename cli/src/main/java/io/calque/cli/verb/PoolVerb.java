package io.calque.cli.verb;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Sources;
import io.calque.state.ObservedWriter;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows what the server of a workspace holds, or sets the simulated pool back. */
@CommandLine.Command
final class PoolVerb implements Action {
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
            case dump -> ObservedWriter.write(sources.observed(), terminal.out());
            case reset -> {
                folder.pool().reset();
                terminal.err().println("The simulated pool is as it was before the first apply.");
            }
        }
        return Exit.DONE;
    }
}
