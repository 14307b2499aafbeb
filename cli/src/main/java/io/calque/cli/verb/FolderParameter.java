package io.calque.cli.verb;

import io.calque.cli.terminal.Terminal;
import io.calque.engine.folder.WorkspaceFolder;
import picocli.CommandLine.Parameters;

/** The workspace that a verb works on: its only parameter, or the folder one is in. */
final class FolderParameter {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the workspace's folder; else the one you are in")
    private String name = ".";

    WorkspaceFolder open(Terminal terminal) {
        return WorkspaceFolder.open(terminal.resolve(name), name);
    }
}
