package io.calque.cli.plan;

import io.calque.catalogue.Value;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.plan.Plan;
import io.calque.plan.PlanHeader;
import io.calque.plan.Step;
import io.calque.plan.StepKind;
import io.calque.report.text.Amount;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan for people: what it amounts to, its first steps with their reasons, seats. */
final class PlanText {
    /** Steps shown; the file holds all. */
    private static final int MOST = 20;
    /** Settings of a policy that are shown one by one. */
    private static final int FEW = 2;

    private final PrintWriter out;
    private final Ink ink;

    PlanText(Terminal terminal) {
        this.out = terminal.out();
        this.ink = terminal.outInk();
    }

    /**
     * Prints it.
     *
     * @param goal what the server holds when nothing is to be done; empty where that is not sure
     */
    void print(Plan plan, String goal, @Nullable String savedTo) {
        PlanHeader header = plan.header();
        if (plan.isEmpty()) {
            String people = header.people() == 0 ? "" : " for " + Amount.of(header.people(), "person", "people");
            out.println(
                    ink.good("Nothing to do" + people) + (goal.isEmpty() ? "" : ": the server holds " + goal) + ".");
        } else {
            out.println(ink.bold(Amount.of(header.steps(), "step", "steps")) + " for "
                    + header.product().title() + stay(header) + ".");
            out.println();
            TextTable kinds = TextTable.of("steps#", "what");
            header.byKind().forEach((kind, count) -> {
                if (count > 0) {
                    kinds.row(Amount.of(count), words(kind));
                }
            });
            kinds.print(out, ink);
            out.println();
            steps(plan);
        }
        out.println();
        seats(header);
        if (savedTo != null) {
            out.println();
            String file = Printable.argument(savedTo);
            out.println("Saved to " + Printable.of(savedTo) + "."
                    + (plan.isEmpty() ? "" : " Next: calque apply " + file + ", or calque script " + file));
        } else if (!plan.isEmpty()) {
            out.println();
            out.println("Not saved: -o FILE saves it.");
        }
    }

    private static String stay(PlanHeader header) {
        return header.people() == 0 ? "" : "; " + stay(header.unchanged(), header.people());
    }

    /** How many of some people no step touches. */
    static String stay(long unchanged, long people) {
        if (unchanged == 0) {
            return people == 1 ? "the only person changes" : "all " + Amount.of(people) + " people change";
        }
        if (unchanged == people) {
            return people == 1 ? "the only person is unchanged" : "all " + Amount.of(people) + " people unchanged";
        }
        return Amount.of(unchanged) + " of " + Amount.of(people) + " people unchanged";
    }

    private void steps(Plan plan) {
        TextTable table = TextTable.of("#", "step", "who or what", "from", "to", "because");
        long id = 0;
        for (Step step : plan.steps().subList(0, Math.min(MOST, plan.steps().size()))) {
            table.row(
                    Long.toString(++id), step.kind().word(), step.subject(), before(step), after(step), step.because());
        }
        table.print(out, ink);
        if (plan.steps().size() > MOST) {
            out.println("… and " + Amount.of(plan.steps().size() - MOST) + " more, all of them in the plan file");
        }
    }

    private void seats(PlanHeader header) {
        TextTable table = TextTable.of("licence", "owned#", "needed before#", "needed after#");
        header.seats()
                .forEach((licence, count) -> table.row(
                        licence.id(),
                        count.owned().map(Amount::of).orElse("?"),
                        Amount.of(count.before()),
                        Amount.of(count.after())));
        table.print(out, ink);
    }

    private static String before(Step step) {
        return switch (step) {
            case Step.CreatePolicy _, Step.EnableVoice _, Step.DisableVoice _, Step.RemovePolicy _ -> "";
            case Step.SetPolicy set -> values(set.before());
            case Step.Grant grant ->
                grant.before() == null ? "" : grant.before().name();
            case Step.Revoke revoke -> revoke.before().name();
            case Step.SetLine line -> line.before() == null ? "" : line.before();
        };
    }

    private static String after(Step step) {
        return switch (step) {
            case Step.CreatePolicy create -> create.policy().settings().size() + " settings";
            case Step.SetPolicy set -> values(set.after());
            case Step.Grant grant -> grant.after().name();
            case Step.SetLine line -> line.after() == null ? "" : line.after();
            case Step.EnableVoice _, Step.DisableVoice _, Step.RemovePolicy _, Step.Revoke _ -> "";
        };
    }

    private static String values(Map<String, Value> values) {
        if (values.size() > FEW) {
            return values.size() + " settings";
        }
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().print())
                .collect(Collectors.joining(" "));
    }

    private static String words(StepKind kind) {
        return switch (kind) {
            case CREATE_POLICY -> "create a policy";
            case SET_POLICY -> "change a policy";
            case DISABLE_VOICE -> "switch Enterprise Voice off";
            case SET_LINE -> "set a telephone number";
            case ENABLE_VOICE -> "switch Enterprise Voice on";
            case GRANT -> "grant a policy";
            case REVOKE -> "take a granted policy away";
            case REMOVE_POLICY -> "remove a policy";
        };
    }
}
