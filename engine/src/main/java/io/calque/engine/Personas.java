package io.calque.engine;

import io.calque.assign.Persona;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.source.NearMiss;
import io.calque.workspace.Workspace;
import java.util.Optional;

/** The personas of a workspace, as somebody names them on the command line. */
final class Personas {
    private Personas() {}

    /**
     * The persona of a name.
     *
     * @throws Fault when there is none
     */
    static Persona find(Workspace workspace, String name) {
        return Optional.ofNullable(workspace.personas().get(name))
                .orElseThrow(() -> new Fault(Finding.of(Code.UNKNOWN_PERSONA, "there is no persona '" + name + "'")
                        .help(NearMiss.help(name, workspace.personas().keySet()))));
    }
}
