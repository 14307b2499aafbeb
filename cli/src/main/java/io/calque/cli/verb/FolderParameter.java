package io.calque.cli.verb;

import io.calque.cli.folder.Folder;
import io.calque.cli.terminal.Terminal;
import picocli.CommandLine.Parameters;

/** The workspace that a verb works on: its only parameter, or the folder one is in. */
final class FolderParameter {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the workspace's folder; else the one you are in")
    private String name = ".";

    Folder open(Terminal terminal) {
        return Folder.open(terminal.resolve(name), name);
    }
}
