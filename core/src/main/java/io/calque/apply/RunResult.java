package io.calque.apply;

import io.calque.journal.RunState;
import io.calque.plan.Plan;
import io.calque.server.Server;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run, counted over all steps of its plan.
 *
 * @param run the run's name
 * @param server what messages call the server
 * @param applied how many steps were done, by the run or by somebody else meanwhile
 * @param failed how many were refused
 * @param skipped how many were not tried because they depend on one that was not done
 * @param inDoubt of how many nobody knows
 * @param pending how many had no turn yet, because the run was stopped
 * @param stopped why it was stopped; null where it was not
 * @param failures the steps refused, skipped and in doubt, by their numbers
 */
public record RunResult(
        String run,
        String server,
        long applied,
        long failed,
        long skipped,
        long inDoubt,
        long pending,
        @Nullable String stopped,
        List<Failure> failures) {

    /** A step that was not done, or not for certain. */
    public record Failure(long id, String subject, String reason) {}

    public RunResult {
        failures = List.copyOf(failures);
    }

    /** Whether every step was done. */
    public boolean isWhole() {
        return failed == 0 && skipped == 0 && inDoubt == 0 && pending == 0;
    }

    static RunResult of(String run, Server server, RunState state, Plan plan) {
        TreeMap<Long, String> reasons = new TreeMap<>(state.skipped());
        state.failed().forEach(setback -> reasons.put(setback.step().id(), setback.reason()));
        state.doubtful().forEach(doubt -> reasons.put(doubt.step().id(), "in doubt: " + doubt.reason()));
        long applied = (long) state.done().size() + state.found().size();
        return new RunResult(
                run,
                server.title(),
                applied,
                state.failed().size(),
                state.skipped().size(),
                state.doubtful().size(),
                plan.steps().size() - applied - reasons.size(),
                state.stopped().orElse(null),
                reasons.entrySet().stream()
                        .map(entry -> new Failure(
                                entry.getKey(),
                                plan.steps().get((int) (entry.getKey() - 1)).subject(),
                                entry.getValue()))
                        .toList());
    }
}
