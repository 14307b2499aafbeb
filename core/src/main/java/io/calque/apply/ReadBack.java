package io.calque.apply;

import io.calque.diagnostic.Fault;
import io.calque.journal.Outcome;
import io.calque.plan.FreshLook;
import io.calque.plan.NumberedStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a target said against what it shows afterwards. */
final class ReadBack {
    /**
     * What is known of the steps now.
     *
     * @param outcomes the outcomes, by the steps' numbers
     * @param lost why the target could not be asked; empty where it could
     */
    record Confirmed(Map<Long, Outcome> outcomes, Optional<String> lost) {}

    private ReadBack() {}

    static Confirmed confirm(Target target, List<NumberedStep> steps, List<Outcome> said) {
        FreshLook look;
        try {
            look = new FreshLook(target.readBack(steps));
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

    /** What the target refused can't have been done; all else stays in doubt until it can be asked again. */
    private static Map<Long, Outcome> unconfirmed(List<NumberedStep> steps, List<Outcome> said, String why) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            outcomes.put(
                    steps.get(i).id(),
                    said.get(i) instanceof Outcome.Done
                            ? new Outcome.Unknown(
                                    "the target said that it was done, and can't be asked any more: " + why)
                            : said.get(i));
        }
        return outcomes;
    }

    private static Outcome confirmed(Outcome said, FreshLook.Found found) {
        return switch (said) {
            case Outcome.Refused refused -> refused;
            case Outcome.Done done ->
                switch (found) {
                    case FreshLook.Found.Already _ -> done;
                    case FreshLook.Found.AsPlanned _ ->
                        new Outcome.Unknown("the target said that it was done, and still shows what was before");
                    case FreshLook.Found.Otherwise(String what) ->
                        new Outcome.Unknown("the target said that it was done, and the subject " + what);
                };
            case Outcome.Unknown unknown -> found instanceof FreshLook.Found.Already ? new Outcome.Done() : unknown;
        };
    }
}
