package io.calque.cli.verb;

import io.calque.cli.folder.Folder;
import io.calque.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** The workspace that a verb works on, where its parameters name something else. */
final class WorkspaceOption {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "the workspace's folder; else the one you are in")
    private String name = ".";

    Folder open(Terminal terminal) {
        return Folder.open(terminal.resolve(name), name);
    }
}
