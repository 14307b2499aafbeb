package io.calque.apply;

import io.calque.diagnostic.Fault;
import io.calque.journal.Outcome;
import io.calque.plan.NumberedStep;
import io.calque.plan.StepCheck;
import io.calque.server.Extent;
import io.calque.server.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a server said against what it shows afterwards. */
final class ReadBack {
    /**
     * What is known of the steps now.
     *
     * @param outcomes the outcomes, by the steps' numbers
     * @param lost why the server could not be asked; empty where it could
     */
    record Confirmed(Map<Long, Outcome> outcomes, Optional<String> lost) {}

    private ReadBack() {}

    static Confirmed confirm(Server server, List<NumberedStep> steps, List<Outcome> said) {
        StepCheck look;
        try {
            look = new StepCheck(server.read(Extent.of(steps)));
        } catch (Fault e) {
            String why = String.valueOf(e.getMessage());
            return new Confirmed(unconfirmed(steps, said, why), Optional.of(why));
        }
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            NumberedStep next = steps.get(i);
            outcomes.put(next.id(), confirmed(said.get(i), look.at(next.step())));
        }
        return new Confirmed(outcomes, Optional.empty());
    }

    /** What the server refused can't have been done; all else stays in doubt until it can be asked again. */
    private static Map<Long, Outcome> unconfirmed(List<NumberedStep> steps, List<Outcome> said, String why) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            outcomes.put(
                    steps.get(i).id(),
                    said.get(i) instanceof Outcome.Done
                            ? new Outcome.Unknown(
                                    "the server said that it was done, and can't be asked any more: " + why)
                            : said.get(i));
        }
        return outcomes;
    }

    private static Outcome confirmed(Outcome said, StepCheck.Found found) {
        return switch (said) {
            case Outcome.Refused refused -> refused;
            case Outcome.NotTried notTried -> notTried;
            case Outcome.Done done ->
                switch (found) {
                    case StepCheck.Found.Already _ -> done;
                    case StepCheck.Found.AsPlanned _ ->
                        new Outcome.Unknown("the server said that it was done, and still shows what was before");
                    case StepCheck.Found.Otherwise(String what) ->
                        new Outcome.Unknown("the server said that it was done, and the subject " + what);
                };
            case Outcome.Unknown unknown -> found instanceof StepCheck.Found.Already ? new Outcome.Done() : unknown;
        };
    }
}
