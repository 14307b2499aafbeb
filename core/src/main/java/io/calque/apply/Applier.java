package io.calque.apply;

import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.journal.Event;
import io.calque.journal.Outcome;
import io.calque.journal.Recorder;
import io.calque.journal.RunState;
import io.calque.plan.NumberedStep;
import io.calque.plan.Plan;
import io.calque.plan.PlanCheck;
import io.calque.plan.Waiver;
import io.calque.server.Capabilities;
import io.calque.server.Extent;
import io.calque.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Applies a saved plan to a server, batch by batch. What is about to be done is recorded before it is done and its outcome after it,
 * so that a crash leaves steps in doubt and never loses one. Every write is read back. Not thread-safe; one applier does one run.
 */
public final class Applier {
    private final Server.Writable server;
    private final Recorder recorder;
    private final ApplyListener listener;
    private final BooleanSupplier stop;
    private final Dependencies dependencies = new Dependencies();
    private RunState state = new RunState();

    /**
     * Who wants a run.
     *
     * @param run the run's name, under which its journal is found
     * @param by the person or account, for the journal
     * @param waivers the limits that were lifted for it, for the journal
     */
    public record Order(String run, String by, List<Waiver> waivers) {
        public Order {
            waivers = List.copyOf(waivers);
        }
    }

    /**
     * An applier.
     *
     * @param recorder writes the run's journal
     * @param stop asked between batches; true ends the run cleanly, so that it can be resumed
     */
    public Applier(Server.Writable server, Recorder recorder, ApplyListener listener, BooleanSupplier stop) {
        this.server = server;
        this.recorder = recorder;
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Begins a run.
     *
     * @param order who wants it
     * @throws Fault when the plan no longer fits the server, or the server can't be asked
     */
    public RunResult run(Plan plan, Order order) {
        List<Finding> stale = PlanCheck.findings(plan, server.read(Extent.of(plan.numbered())));
        if (!stale.isEmpty()) {
            throw new Fault(stale);
        }
        tell(new Event.Started(
                order.run(),
                server.id(),
                order.by(),
                plan.header().digest(),
                plan.steps().size(),
                order.waivers()));
        return go(plan, order.run(), plan.numbered());
    }

    /**
     * Goes on with a run that stopped or broke off: reads again what the doubtful steps were about, tries again what was refused or
     * skipped, and goes on with the rest. Steps whose subjects somebody else changed meanwhile are skipped.
     *
     * @param before what the run's journal says
     * @throws Fault when the run is not of this plan and server, or somebody changed the policies on which the plan rests
     */
    public RunResult resume(Plan plan, RunState before, Order order) {
        Resumption resumption = Resumption.of(plan, before, server);
        state = before;
        tell(new Event.Resumed(order.by()));
        if (!resumption.resolved().isEmpty()) {
            tell(new Event.Settled(resumption.resolved()));
        }
        state.doubtful().stream()
                .filter(doubt -> resumption.resolved().containsKey(doubt.step().id()))
                .forEach(doubt -> dependencies.fail(doubt.step()));
        if (!resumption.found().isEmpty()) {
            tell(new Event.Found(resumption.found()));
        }
        resumption.stale().forEach(this::skip);
        return go(plan, order.run(), resumption.pending());
    }

    private RunResult go(Plan plan, String run, List<NumberedStep> pending) {
        String stopped = null;
        Capabilities capabilities = server.capabilities();
        for (List<NumberedStep> batch : Batches.of(pending, capabilities.batchSize())) {
            if (stop.getAsBoolean()) {
                stopped = "stopped on request";
                break;
            }
            List<NumberedStep> free = withoutObstacles(batch, capabilities);
            Optional<String> lost = free.isEmpty() ? Optional.empty() : carryOut(free);
            listener.progress(settled(), plan.steps().size());
            if (lost.isPresent()) {
                stopped = server.title() + " does not answer: " + lost.get();
                break;
            }
        }
        tell(new Event.Ended(stopped));
        return RunResult.of(run, server, state, plan);
    }

    /** Carries out a batch; a text where the target could not be asked afterwards. */
    private Optional<String> carryOut(List<NumberedStep> steps) {
        tell(new Event.Intended(steps));
        List<Outcome> said = server.carryOut(steps);
        if (said.size() != steps.size()) {
            throw new IllegalStateException(
                    server.id() + " answered " + said.size() + " of " + steps.size() + " steps");
        }
        ReadBack.Confirmed confirmed = ReadBack.confirm(server, steps, said);
        tell(new Event.Settled(confirmed.outcomes()));
        for (NumberedStep step : steps) {
            switch (Objects.requireNonNull(confirmed.outcomes().get(step.id()))) {
                case Outcome.Done _ -> {}
                case Outcome.NotTried _ -> dependencies.fail(step);
                case Outcome.Refused(String reason) -> {
                    dependencies.fail(step);
                    listener.refused(step, reason);
                }
                case Outcome.Unknown(String reason) -> {
                    dependencies.fail(step);
                    listener.doubtful(step, reason);
                }
            }
        }
        return confirmed.lost();
    }

    private List<NumberedStep> withoutObstacles(List<NumberedStep> batch, Capabilities capabilities) {
        List<NumberedStep> free = new ArrayList<>();
        for (NumberedStep next : batch) {
            Optional<String> impossible =
                    capabilities.kinds().contains(next.step().kind())
                            ? Optional.empty()
                            : Optional.of(server.title() + " can't carry out steps of this kind");
            impossible
                    .or(() -> dependencies.obstacle(next.step()))
                    .ifPresentOrElse(reason -> skip(next, reason), () -> free.add(next));
        }
        return free;
    }

    private void skip(NumberedStep step, String reason) {
        tell(new Event.Skipped(step.id(), reason));
        dependencies.fail(step);
        listener.skipped(step, reason);
    }

    private long settled() {
        return (long) state.done().size()
                + state.found().size()
                + state.failed().size()
                + state.skipped().size()
                + state.doubtful().size();
    }

    private void tell(Event event) {
        recorder.record(List.of(event));
        state.take(event);
    }
}
