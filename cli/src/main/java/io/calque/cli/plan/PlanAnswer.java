package io.calque.cli.plan;

import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.Format;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Severity;
import io.calque.engine.Answer;
import io.calque.engine.folder.PlanFile;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.plan.Plan;
import io.calque.plan.PlanWriter;
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
            Answer<Plan> answer,
            String goal,
            WorkspaceFolder folder,
            @Nullable String output,
            @Nullable Format format,
            Terminal terminal) {
        Plan plan = answer.value();
        if (output != null) {
            PlanFile.save(plan, terminal.resolve(output), output, folder);
        }
        if (format == Format.JSON) {
            Json.document(terminal.out(), json -> PlanWriter.header(plan.header(), json));
        } else if (format != null) {
            new PlanText(terminal).print(plan, isSettled(answer) ? goal : "", output);
        }
        return FindingsOutput.tell(terminal, answer.findings());
    }

    /** Whether an empty plan is empty because all is as it shall be, and not because something was in the way. */
    private static boolean isSettled(Answer<Plan> answer) {
        return answer.value().isEmpty()
                && answer.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
    }
}
