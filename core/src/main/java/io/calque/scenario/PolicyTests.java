package io.calque.scenario;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.meeting.Scenario;
import io.calque.meeting.Simulation;
import io.calque.meeting.StepResult;
import io.calque.workspace.Workspace;
import java.util.List;

/** Runs the tests of a workspace. */
public final class PolicyTests {
    private PolicyTests() {}

    /** The outcome of each test in file order; faults of the file itself become findings. */
    public static List<Result> run(Workspace workspace, Findings findings) {
        return workspace.tests().map(root -> ScenarioReader.tests(root, workspace, findings)).orElse(List.of()).stream()
                .map(scenario -> run(scenario, findings))
                .toList();
    }

    private static Result run(Scenario scenario, Findings findings) {
        if (scenario.steps().stream().allMatch(step -> step.expect() == null)) {
            findings.add(Finding.of(Code.TEST_WITHOUT_EXPECTATION, "the test '" + scenario.name() + "' can't fail")
                    .help("Give at least one step an expectation: {bob: {do: record, expect: refused}}")
                    .at(scenario.place()));
        }
        return judge(scenario);
    }

    /** Plays a scenario and compares each step with what it expects. */
    public static Result judge(Scenario scenario) {
        List<StepResult> lines = Simulation.play(scenario);
        List<Finding> failures = lines.stream()
                .flatMap(line -> Mismatch.of(scenario, lines, line).stream())
                .toList();
        return new Result(scenario.name(), failures);
    }

    /**
     * What came of one test.
     *
     * @param name the test's name
     * @param failures one finding for each expectation that did not come true; empty when the test passed
     */
    public record Result(String name, List<Finding> failures) {
        public Result {
            failures = List.copyOf(failures);
        }

        /** Whether all expectations came true. */
        public boolean passed() {
            return failures.isEmpty();
        }

        /** The failures, to be told with others. */
        public Findings asFindings() {
            Findings all = new Findings();
            all.addAll(failures);
            return all;
        }
    }
}
