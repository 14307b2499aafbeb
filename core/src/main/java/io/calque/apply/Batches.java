package io.calque.apply;

import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Cuts steps into batches whose steps do not depend on each other: of one kind, and numbers given up before numbers given. */
final class Batches {
    private Batches() {}

    static List<List<NumberedStep>> of(List<NumberedStep> steps, int largest) {
        List<List<NumberedStep>> batches = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || i - from == largest || isOther(steps.get(i - 1), steps.get(i))) {
                batches.add(steps.subList(from, i));
                from = i;
            }
        }
        return batches;
    }

    private static boolean isOther(NumberedStep a, NumberedStep b) {
        return a.step().kind() != b.step().kind() || givesUp(a.step()) != givesUp(b.step());
    }

    private static boolean givesUp(Step step) {
        return step instanceof Step.SetLine line && line.after() == null;
    }
}
