package io.calque.cli.plan;

import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.Format;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Severity;
import io.calque.engine.folder.PlanFile;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.plan.Plan;
import io.calque.plan.PlanWriter;
import io.calque.plan.TrippedBrake;
import io.calque.report.json.Json;
import org.jspecify.annotations.Nullable;

/** What every command that makes a plan does with it: saves it, shows it, tells what is wrong. */
public final class PlanAnswer {
    private PlanAnswer() {}

    /**
     * Saves and shows a plan.
     *
     * @param goal what the server holds when the plan is carried out, as the end of "the server holds …"
     * @param output the file to save it to; null to save nothing
     * @param format how it is shown; null for not at all
     */
    public static Exit give(
            Plan plan,
            String goal,
            WorkspaceFolder folder,
            @Nullable String output,
            @Nullable Format format,
            Findings findings,
            Terminal terminal) {
        TrippedBrake brake = plan.header().brake();
        if (brake != null) {
            findings.add(brake.finding().at(folder.workspace().brakes().places().get(brake.name())));
        }
        if (output != null) {
            PlanFile.write(plan, terminal.resolve(output));
            folder.remember(plan);
        }
        if (format == Format.JSON) {
            Json.document(terminal.out(), json -> PlanWriter.header(plan.header(), json));
        } else if (format != null) {
            new PlanText(terminal).print(plan, isSettled(plan, findings) ? goal : "", output);
        }
        return FindingsOutput.tell(terminal, findings);
    }

    /** Whether an empty plan is empty because all is as it shall be, and not because something was in the way. */
    private static boolean isSettled(Plan plan, Findings findings) {
        return plan.isEmpty() && findings.sorted().stream().allMatch(finding -> finding.severity() == Severity.INFO);
    }
}
