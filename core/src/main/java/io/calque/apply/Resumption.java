package io.calque.apply;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.journal.Event;
import io.calque.journal.Outcome;
import io.calque.journal.RunState;
import io.calque.plan.Change;
import io.calque.plan.NumberedStep;
import io.calque.plan.Plan;
import io.calque.plan.PlanCheck;
import io.calque.plan.Step;
import io.calque.plan.StepCheck;
import io.calque.server.Extent;
import io.calque.server.Server;
import io.calque.state.Observed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is left to do of a run, after a fresh look at its server.
 *
 * @param pending the steps to carry out, in the plan's order
 * @param resolved what the look says of steps that were in doubt
 * @param found the steps that somebody else has done meanwhile
 * @param stale the steps that must not be carried out because somebody else changed their subjects, with reasons
 */
record Resumption(
        List<NumberedStep> pending, Map<Long, Outcome> resolved, List<Long> found, Map<NumberedStep, String> stale) {
    static Resumption of(Plan plan, RunState state, Server server) {
        check(plan, state, server);
        Observed fresh = server.read(Extent.of(plan.numbered()));
        StepCheck look = new StepCheck(fresh);
        Set<Long> settled = new HashSet<>();
        List<NumberedStep> done = new ArrayList<>(state.done());
        done.forEach(step -> settled.add(step.id()));
        settled.addAll(state.found());
        Map<Long, Outcome> resolved = new HashMap<>();
        for (RunState.Doubt doubt : state.doubtful()) {
            long id = doubt.step().id();
            switch (look.at(doubt.step().step())) {
                case StepCheck.Found.AsPlanned _ -> {}
                case StepCheck.Found.Already _ -> {
                    resolved.put(id, new Outcome.Done());
                    done.add(doubt.step());
                    settled.add(id);
                }
                case StepCheck.Found.Otherwise(String what) -> {
                    resolved.put(id, new Outcome.Unknown("read again, the subject " + what));
                    settled.add(id);
                }
            }
        }
        Resumption rest = rest(plan, look, settled, resolved);
        Set<Long> byOthers = new HashSet<>(state.found());
        byOthers.addAll(rest.found());
        plan.numbered().stream().filter(step -> byOthers.contains(step.id())).forEach(done::add);
        done.sort(Comparator.comparingLong(NumberedStep::id));
        if (!PlanCheck.fitsPolicies(plan, PlanCheck.before(fresh.policies(), done))) {
            throw new Fault(Finding.of(Code.PLAN_STALE, "somebody changed the server's policies since the run began")
                    .help("Make a new plan with calque plan: it holds what is left to do"));
        }
        return rest;
    }

    /** What is left, thing by thing: where the server shows what the last step about a thing leaves, all of them are done. */
    private static Resumption rest(Plan plan, StepCheck look, Set<Long> settled, Map<Long, Outcome> resolved) {
        List<NumberedStep> left = plan.numbered().stream()
                .filter(step -> !settled.contains(step.id()))
                .toList();
        Map<List<String>, NumberedStep> last = new HashMap<>();
        left.forEach(next -> last.put(thing(next), next));
        List<NumberedStep> pending = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        Map<NumberedStep, String> stale = new LinkedHashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (NumberedStep next : left) {
            if (look.at(Objects.requireNonNull(last.get(thing(next))).step()) instanceof StepCheck.Found.Already) {
                found.add(next.id());
                continue;
            }
            switch (seen.add(thing(next)) ? look.at(next.step()) : new StepCheck.Found.AsPlanned()) {
                case StepCheck.Found.AsPlanned _ -> pending.add(next);
                case StepCheck.Found.Already _ -> found.add(next.id());
                case StepCheck.Found.Otherwise(String what) ->
                    stale.put(next, what + ": changed since the plan was made");
            }
        }
        return new Resumption(pending, resolved, found, stale);
    }

    private static List<String> thing(NumberedStep next) {
        return List.of(Step.key(next.step().subject()), Change.of(next.step()).aspect());
    }

    private static void check(Plan plan, RunState state, Server server) {
        Event.Started started = state.started()
                .orElseThrow(() -> new Fault(
                        Finding.of(Code.UNKNOWN_RUN, "the run never began").help("Apply the plan without --resume")));
        if (!started.plan().equals(plan.header().digest())) {
            throw new Fault(Finding.of(Code.UNKNOWN_RUN, started.run() + " is a run of another plan")
                    .help("Give the plan file with which the run began"));
        }
        if (!started.target().equals(server.id())) {
            throw new Fault(Finding.of(
                            Code.UNKNOWN_RUN,
                            started.run() + " is a run on " + started.target() + ", and the workspace's server is "
                                    + server.title())
                    .help("Set 'server' in calque.yaml to " + started.target() + ", or make a new plan"));
        }
    }
}
