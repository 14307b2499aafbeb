package io.calque.engine;

import io.calque.plan.Plan;
import io.calque.powershell.script.PlanScript;
import io.calque.store.SafeFile;
import java.nio.file.Path;

/** Writes plans as PowerShell scripts. */
public final class Scripting {
    private Scripting() {}

    /**
     * Writes the script of a plan, whole or not at all.
     *
     * @throws io.calque.diagnostic.Fault when a name in the plan can't be written as a value
     */
    public static void write(Plan plan, Path file) {
        SafeFile.write(file, out -> PlanScript.write(plan, out));
    }
}
