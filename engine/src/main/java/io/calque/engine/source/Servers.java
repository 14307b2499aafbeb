package io.calque.engine.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.context.Context;
import io.calque.server.ExportedServer;
import io.calque.server.Server;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.ServerSpec;
import io.calque.workspace.Workspace;

/** Opens the server that a workspace names, for the length of a run. */
public final class Servers {
    private Servers() {}

    /**
     * The server, to be closed.
     *
     * @throws Fault when this version can't speak to it
     */
    public static Server open(Context context, Workspace workspace, WorkspaceLock lock) {
        Sources sources = new Sources(context, workspace);
        return switch (workspace.server()) {
            case ServerSpec.Simulated _ -> context.folder().pool().work(lock, sources::observed, context.crash());
            case ServerSpec.Observed(String file, var _) ->
                new ExportedServer("the exported state in " + file, sources::observed);
            case ServerSpec.Clixml(var files, var _) ->
                new ExportedServer("the export in " + String.join(", ", files), sources::observed);
            case ServerSpec.Directory _ -> new ExportedServer("the directory", sources::observed);
            case ServerSpec.Pool pool ->
                throw new Fault(Finding.of(
                                Code.UNSUPPORTED_SOURCE,
                                "this version does not apply plans on " + pool.address() + " itself")
                        .help("Write a script and run it where the management shell is: calque script PLAN -o PLAN.ps1")
                        .at(pool.place()));
        };
    }

    /**
     * The server, to be applied to and to be closed.
     *
     * @throws Fault when it can only be read
     */
    public static Server.Writable writable(Context context, Workspace workspace, WorkspaceLock lock) {
        Server server = open(context, workspace, lock);
        if (server instanceof Server.Writable writable) {
            return writable;
        }
        server.close();
        throw new Fault(Finding.of(Code.SERVER_READ_ONLY, "a plan can't be applied to " + server.title())
                .help("Write a script and run it where the management shell is: calque script PLAN -o PLAN.ps1")
                .at(workspace.server().place()));
    }
}
