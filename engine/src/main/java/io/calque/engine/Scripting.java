package io.calque.engine;

import io.calque.engine.folder.OutputFile;
import io.calque.lync.script.PlanScript;
import io.calque.plan.Plan;
import io.calque.security.file.Access;
import java.nio.file.Path;

/** Writes plans as PowerShell scripts. */
public final class Scripting {
    private Scripting() {}

    /**
     * Writes the script of a plan, whole or not at all, for its owner alone to read.
     *
     * @throws io.calque.diagnostic.Fault when a name in the plan can't be written as a value
     */
    public static void write(Plan plan, Path file, String name) {
        OutputFile.write(file, name, Access.OWNER, out -> PlanScript.write(plan, out));
    }
}
