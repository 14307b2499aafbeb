package io.calque.cli.verb;

import io.calque.apply.RunResult;
import io.calque.cli.json.JsonObject;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import java.io.PrintWriter;
import java.util.List;

/** What came of a run, for people and for scripts. */
final class RunText {
    /** Failures shown as text; JSON holds all. */
    private static final int MOST = 20;

    private final PrintWriter out;
    private final Ink ink;

    RunText(Terminal terminal) {
        this.out = terminal.out();
        this.ink = terminal.outInk();
    }

    /** Tells the result; {@code plan} is the plan's file and {@code workspace} the folder, as the person wrote them. */
    void print(RunResult result, String plan, String workspace) {
        String where = workspace.equals(".") ? "" : " --workspace " + Printable.of(workspace);
        if (result.isWhole()) {
            out.println(ink.good("Done: ") + PlanText.number(result.applied())
                    + " steps were carried out on the simulated pool and read back.");
        } else {
            out.println(ink.bold(PlanText.number(result.applied()) + " steps")
                    + " were carried out on the simulated pool, "
                    + PlanText.number(result.failed()) + " refused, " + PlanText.number(result.skipped()) + " skipped, "
                    + PlanText.number(result.inDoubt()) + " in doubt, " + PlanText.number(result.pending())
                    + " not tried.");
            if (result.stopped() != null) {
                out.println("The run stopped: " + Printable.of(result.stopped()));
            }
            failures(result.failures());
        }
        out.println();
        out.println("Run " + result.run()
                + (result.isWhole()
                        ? ". Back again: calque undo " + result.run() + " -o undo.plan" + where
                        : ". To go on: calque apply " + Printable.of(plan) + " --resume " + result.run() + where));
    }

    private void failures(List<RunResult.Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = TextTable.of("#", "who or what", "why");
        failures.subList(0, Math.min(MOST, failures.size()))
                .forEach(failure -> table.row(Long.toString(failure.id()), failure.subject(), failure.reason()));
        table.print(out, ink);
        if (failures.size() > MOST) {
            out.println("… and " + PlanText.number(failures.size() - MOST) + " more; --format json holds each");
        }
    }

    /** The result in the shape that scripts rely on. */
    static void json(RunResult result, JsonObject json) {
        json.put("run", result.run())
                .put("applied", result.applied())
                .put("failed", result.failed())
                .put("skipped", result.skipped())
                .put("inDoubt", result.inDoubt())
                .put("pending", result.pending())
                .put("stopped", result.stopped())
                .objects(
                        "failures",
                        result.failures(),
                        (failure, row) -> row.put("id", failure.id())
                                .put("subject", failure.subject())
                                .put("reason", failure.reason()));
    }
}
