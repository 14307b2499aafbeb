package io.calque.cli.command;

import io.calque.cli.terminal.Terminal;
import io.calque.engine.folder.WorkspaceFolder;
import picocli.CommandLine.Parameters;

/** The workspace that a command works on: its only parameter, or the folder one is in. */
public final class FolderParameter {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the workspace's folder; else the one you are in")
    private String name = ".";

    /** The folder as it was named. */
    public String name() {
        return name;
    }

    /** Opens the workspace. */
    public WorkspaceFolder open(Terminal terminal) {
        return WorkspaceFolder.open(terminal.resolve(name), name);
    }
}
