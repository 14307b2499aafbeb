package io.calque.cli.verb;

import io.calque.cli.folder.Folder;
import io.calque.cli.folder.PlanFile;
import io.calque.cli.folder.Workspaces;
import io.calque.cli.json.Json;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Findings;
import io.calque.plan.Plan;
import io.calque.plan.PlanWriter;
import io.calque.plan.TrippedBrake;
import org.jspecify.annotations.Nullable;

/** What every verb that makes a plan does with it: saves it, shows it, tells what is wrong. */
final class PlanAnswer {
    private PlanAnswer() {}

    /**
     * Saves and shows a plan.
     *
     * @param settled why nothing is to be done, where nothing was in the way
     * @param output the file to save it to; null to save nothing
     * @param format how it is shown; null for not at all
     */
    static Exit give(
            Plan plan,
            Folder folder,
            String settled,
            @Nullable String output,
            @Nullable Format format,
            Findings findings,
            Terminal terminal) {
        TrippedBrake brake = plan.header().brake();
        if (brake != null) {
            findings.add(brake.finding());
        }
        if (output != null) {
            PlanFile.write(plan, output, terminal);
            Workspaces.remember(folder, plan);
        }
        if (format == Format.JSON) {
            Json.document(terminal.out(), json -> PlanWriter.header(plan.header(), json));
        } else if (format != null) {
            new PlanText(terminal).print(plan, findings.hasErrors() ? "" : settled, output);
        }
        return FindingsOutput.tell(terminal, findings);
    }
}
