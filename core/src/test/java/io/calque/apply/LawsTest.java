package io.calque.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.World;
import io.calque.diagnostic.Findings;
import io.calque.journal.Recorder;
import io.calque.journal.RunState;
import io.calque.plan.Plan;
import io.calque.plan.UndoPlanner;
import io.calque.server.Server;
import io.calque.state.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The laws of planning and applying, over companies by chance. */
class LawsTest {
    private static final Applier.Order ORDER = new Applier.Order("run-1", "CONTOSO\\ann", List.of());

    @Property(tries = 200)
    void applying_a_plan_reaches_the_desired_state(@ForAll @LongRange(min = 0) long seed, @ForAll boolean prune) {
        World world = World.of(seed);
        SimulatedPool pool = pool(world.observed(), Faults.NONE);

        RunResult result = apply(pool, world.plan(world.observed(), prune), new MemoryJournal());

        assertThat(result.failures()).isEmpty();
        assertThat(result.isWhole()).isTrue();
        assertThat(world.plan(pool.state(), prune).steps()).isEmpty();
    }

    @Property(tries = 200)
    void undo_returns_to_the_start(@ForAll @LongRange(min = 0) long seed, @ForAll boolean prune) {
        World world = World.of(seed);
        SimulatedPool pool = pool(world.observed(), Faults.NONE);
        MemoryJournal journal = new MemoryJournal();
        apply(pool, world.plan(world.observed(), prune), journal);

        Findings findings = new Findings();
        Plan undo = new UndoPlanner(world.workspace(), pool.state(), findings)
                .plan("run-1", journal.state().done());
        RunResult undone = apply(pool, undo, new MemoryJournal());

        assertThat(findings.sorted()).isEmpty();
        assertThat(undone.failures()).isEmpty();
        assertThat(Norm.of(pool.state())).isEqualTo(Norm.of(world.observed()));
    }

    @Property(tries = 150)
    void a_run_that_loses_its_connection_loses_no_step_and_reaches_the_desired_state_when_resumed(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 1, max = 12) int call,
            @ForAll boolean effect) {
        World world = World.of(seed);
        Plan plan = world.plan();
        MemoryJournal journal = new MemoryJournal();
        SimulatedPool broken = pool(
                world.observed(),
                new Faults(
                        OptionalLong.empty(),
                        Set.of(),
                        Duration.ZERO,
                        Optional.of(new Faults.Moment(call, effect)),
                        Optional.empty()));

        RunResult first = apply(broken, plan, journal);
        assertThat(first.applied() + first.failed() + first.skipped() + first.inDoubt() + first.pending())
                .isEqualTo(plan.steps().size());
        assertThat(first.isWhole()).isEqualTo(call > plan.steps().size());

        SimulatedPool mended = pool(broken.state(), Faults.NONE);
        RunState before = journal.state();
        RunResult resumed = new Applier(mended, journal, ApplyListener.SILENT, () -> false).resume(plan, before, ORDER);

        assertThat(resumed.failures()).isEmpty();
        assertThat(resumed.isWhole()).isTrue();
        assertThat(world.plan(mended.state(), false).steps()).isEmpty();
        assertThat(journal.state().done()).hasSize(plan.steps().size());
    }

    @Property(tries = 150)
    void undo_of_a_run_that_broke_off_returns_to_the_start_whatever_is_in_doubt(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 1, max = 12) int call,
            @ForAll boolean effect) {
        World world = World.of(seed);
        MemoryJournal journal = new MemoryJournal();
        SimulatedPool broken = pool(
                world.observed(),
                new Faults(
                        OptionalLong.empty(),
                        Set.of(),
                        Duration.ZERO,
                        Optional.of(new Faults.Moment(call, effect)),
                        Optional.empty()));
        apply(broken, world.plan(), journal);

        SimulatedPool mended = pool(broken.state(), Faults.NONE);
        Findings findings = new Findings();
        Plan undo = new UndoPlanner(world.workspace(), mended.state(), findings)
                .plan("run-1", DoneSteps.of(journal.state(), mended.state(), findings));
        assertThat(findings.sorted()).isEmpty();
        assertThat(apply(mended, undo, new MemoryJournal()).failures()).isEmpty();
        assertThat(Norm.of(mended.state())).isEqualTo(Norm.of(world.observed()));
    }

    @Property(tries = 500)
    void steps_that_somebody_set_right_by_hand_count_as_done_and_are_not_undone(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 5) int every) {
        World world = World.of(seed);
        Plan plan = world.plan();
        MemoryJournal journal = new MemoryJournal();
        SimulatedPool failing = pool(
                world.observed(),
                new Faults(OptionalLong.of(every), Set.of(), Duration.ZERO, Optional.empty(), Optional.empty()));
        RunResult first = apply(failing, plan, journal);

        SimulatedPool byHand = pool(failing.state(), Faults.NONE);
        apply(byHand, world.plan(byHand.state(), false), new MemoryJournal());
        RunState before = journal.state();
        RunResult resumed = new Applier(byHand, journal, ApplyListener.SILENT, () -> false).resume(plan, before, ORDER);

        assertThat(resumed.failures()).isEmpty();
        assertThat(resumed.isWhole()).isTrue();
        assertThat(journal.state().done()).hasSize((int) first.applied());
    }

    @Property(tries = 150)
    void refusals_keep_only_what_depends_on_them_from_being_done_and_can_be_tried_again(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 5) int every) {
        World world = World.of(seed);
        Plan plan = world.plan();
        MemoryJournal journal = new MemoryJournal();
        SimulatedPool failing = pool(
                world.observed(),
                new Faults(OptionalLong.of(every), Set.of(), Duration.ZERO, Optional.empty(), Optional.empty()));

        RunResult first = apply(failing, plan, journal);
        assertThat(first.inDoubt()).isZero();
        assertThat(first.failed()).isEqualTo((plan.steps().size() - first.skipped()) / every);

        SimulatedPool mended = pool(failing.state(), Faults.NONE);
        RunResult resumed =
                new Applier(mended, journal, ApplyListener.SILENT, () -> false).resume(plan, journal.state(), ORDER);
        assertThat(resumed.failures()).isEmpty();
        assertThat(world.plan(mended.state(), false).steps()).isEmpty();
    }

    @Property(tries = 50)
    void a_partly_failed_run_can_be_undone(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 4) int every) {
        World world = World.of(seed);
        MemoryJournal journal = new MemoryJournal();
        SimulatedPool failing = pool(
                world.observed(),
                new Faults(OptionalLong.of(every), Set.of(), Duration.ZERO, Optional.empty(), Optional.empty()));
        apply(failing, world.plan(), journal);

        SimulatedPool mended = pool(failing.state(), Faults.NONE);
        Plan undo = new UndoPlanner(world.workspace(), mended.state(), new Findings())
                .plan("run-1", journal.state().done());
        assertThat(apply(mended, undo, new MemoryJournal()).failures()).isEmpty();
        assertThat(Norm.of(mended.state())).isEqualTo(Norm.of(world.observed()));
    }

    private static RunResult apply(Server.Writable server, Plan plan, Recorder journal) {
        return new Applier(server, journal, ApplyListener.SILENT, () -> false).run(plan, ORDER);
    }

    private static SimulatedPool pool(Observed start, Faults faults) {
        return new SimulatedPool(start, faults, SimulatedPool.Surroundings.NONE);
    }
}
