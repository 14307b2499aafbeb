package io.calque.scenario;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.meeting.Expectation;
import io.calque.meeting.Gate;
import io.calque.meeting.Outcome;
import io.calque.meeting.Rule;
import io.calque.meeting.Scenario;
import io.calque.meeting.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how a step differs from what a test expects, as a good test failure does: expected, actual, why, what came before. */
final class Mismatch {
    private Mismatch() {}

    static Optional<Finding> of(Scenario scenario, List<StepResult> lines, StepResult line) {
        Expectation expected = line.step().expect();
        if (expected == null || fits(expected, line)) {
            return Optional.empty();
        }
        String message = "test '" + scenario.name() + "', step " + line.number() + ": "
                + line.step().actor() + " " + line.step().action().word() + "; expected " + words(expected)
                + ", but it is " + words(line);
        return Optional.of(
                Finding.of(Code.TEST_FAILED, message).help(help(lines, line)).at(expected.place()));
    }

    private static boolean fits(Expectation expected, StepResult line) {
        return expected.outcome() == line.outcome()
                && (expected.gate() == null || expected.gate() == line.gate())
                && (expected.setting() == null || expected.setting().equalsIgnoreCase(line.setting()))
                && (expected.rule() == null || expected.rule().equals(line.rule()));
    }

    private static String words(Expectation expected) {
        List<String> parts = new ArrayList<>();
        Gate gate = expected.gate();
        if (gate != null) {
            parts.add("gate " + gate.word());
        }
        if (expected.setting() != null) {
            parts.add("setting " + expected.setting());
        }
        if (expected.rule() != null) {
            parts.add("rule " + expected.rule());
        }
        return words(expected.outcome(), parts);
    }

    private static String words(StepResult line) {
        List<String> parts = new ArrayList<>();
        Gate gate = line.gate();
        if (gate != null) {
            parts.add("gate " + gate.word());
        }
        if (line.setting() != null) {
            parts.add("setting " + line.setting());
        }
        parts.add("rule " + line.rule());
        return words(line.outcome(), parts);
    }

    private static String words(Outcome outcome, List<String> parts) {
        return outcome.word() + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    private static String help(List<StepResult> lines, StepResult line) {
        String because = "Because " + line.why() + ".";
        String statement = Rule.of(line.rule()).map(Rule::statement).orElse("");
        Optional<StepResult> culprit = lines.stream()
                .filter(before -> before.number() < line.number())
                .filter(before -> before.outcome() != Outcome.ALLOWED)
                .filter(before -> before.step().actor().equals(line.step().actor()))
                .reduce((_, last) -> last);
        return because
                + culprit.map(before -> " Step " + before.number() + " was "
                                + before.outcome().word() + " already: " + before.why() + ".")
                        .orElse("")
                + " Rule " + line.rule() + ": " + statement;
    }
}
