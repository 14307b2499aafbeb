package io.calque.cli.verb;

import io.calque.cli.folder.PlanFile;
import io.calque.cli.json.Json;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Findings;
import io.calque.plan.Plan;
import io.calque.plan.PlanWriter;
import io.calque.plan.TrippedBrake;
import org.jspecify.annotations.Nullable;

/** A plan as the answer of a verb: saved where that is asked for, shown, and its findings told. */
final class PlanOutput {
    private PlanOutput() {}

    static Exit tell(Plan plan, @Nullable String output, Format format, Findings findings, Terminal terminal) {
        TrippedBrake brake = plan.header().brake();
        if (brake != null) {
            findings.add(brake.finding());
        }
        if (output != null) {
            PlanFile.write(plan, output, terminal);
        }
        if (format == Format.JSON) {
            Json.document(terminal.out(), json -> PlanWriter.header(plan.header(), json));
        } else {
            new PlanText(terminal).print(plan, output);
        }
        return FindingsOutput.tell(terminal, findings);
    }
}
