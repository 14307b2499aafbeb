package io.calque.engine;

import io.calque.diagnostic.Finding;
import io.calque.meeting.Scenario;
import io.calque.meeting.Simulation;
import io.calque.meeting.StepResult;
import io.calque.scenario.PolicyTests;
import java.util.List;

/** Plays meeting scenarios: who can do what, and which gate refuses. Takes nothing from outside. */
public final class Playing {
    private Playing() {}

    /** The result of each step, in order; the findings are the expectations that did not come true. */
    public static Answer<List<StepResult>> play(Scenario scenario) {
        List<Finding> failures = PolicyTests.judge(scenario).failures();
        return new Answer<>(List.copyOf(Simulation.play(scenario)), failures);
    }
}
