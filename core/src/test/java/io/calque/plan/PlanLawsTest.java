package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.World;
import io.calque.apply.Faults;
import io.calque.apply.SimulatedPool;
import io.calque.diagnostic.Fault;
import io.calque.policy.Home;
import io.calque.state.UserState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlanLawsTest {
    @Property(tries = 100)
    void the_same_inputs_in_any_order_give_the_same_bytes(
            @ForAll @LongRange(min = 0) long seed, @ForAll @LongRange(min = 0) long order) {
        World world = World.of(seed);

        assertThat(new String(bytes(world.shuffled(order).plan()), StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes(world.plan()), StandardCharsets.UTF_8));
    }

    @Property(tries = 100)
    void what_is_written_reads_back_the_same(@ForAll @LongRange(min = 0) long seed, @ForAll boolean prune) {
        World world = World.of(seed);
        Plan plan = world.plan(world.observed(), prune);

        assertThat(read(bytes(plan))).isEqualTo(plan);
    }

    @Property(tries = 100)
    void a_plan_fits_the_state_that_it_was_made_for(@ForAll @LongRange(min = 0) long seed, @ForAll boolean prune) {
        World world = World.of(seed);

        assertThat(PlanCheck.findings(world.plan(world.observed(), prune), world.observed()))
                .isEmpty();
    }

    @Property(tries = 100)
    void what_a_plan_says_of_itself_is_what_its_steps_say(
            @ForAll @LongRange(min = 0) long seed, @ForAll boolean prune) {
        World world = World.of(seed);
        Plan plan = world.plan(world.observed(), prune);

        assertThat(new PlanHeaders(world.workspace(), world.homed())
                        .plan(plan.steps(), plan.header().people()))
                .isEqualTo(plan);
    }

    @Property(tries = 300)
    void somebody_homed_online_is_in_no_plan(@ForAll @LongRange(min = 0) long seed, @ForAll boolean prune) {
        World world = World.of(seed);
        List<String> online = world.homed().users().stream()
                .filter(user -> user.home() == Home.ONLINE)
                .map(UserState::subject)
                .toList();

        assertThat(world.plan(world.observed(), prune).steps())
                .extracting(Step::subject)
                .doesNotContainAnyElementsOf(online.isEmpty() ? List.of("nobody") : online);
    }

    @Property(tries = 100)
    void a_plan_that_is_cut_off_is_refused(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(max = 100) int percent) {
        byte[] whole = bytes(World.of(seed).plan());
        byte[] cut = Arrays.copyOf(whole, whole.length * percent / 101);

        assertThatThrownBy(() -> read(cut)).isInstanceOf(Fault.class);
    }

    @Property(tries = 300)
    void damaged_plans_are_faults_or_the_same_plan(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll byte replacement) {
        byte[] bytes = bytes(World.of(seed % 20).plan());
        bytes[position % bytes.length] = replacement;
        try {
            read(bytes);
        } catch (Fault e) {
            assertThat(e.findings()).isNotEmpty();
        }
    }

    @Property(tries = 100)
    void seats_after_the_plan_are_the_seats_before_the_next_one(@ForAll @LongRange(min = 0) long seed) {
        World world = World.of(seed);
        Plan plan = world.plan();
        SimulatedPool pool = new SimulatedPool(world.observed(), Faults.NONE, SimulatedPool.Surroundings.NONE);
        pool.carryOut(plan.numbered());

        assertThat(world.plan(pool.state(), false).header().seats())
                .allSatisfy((licence, count) -> assertThat(count.before())
                        .isEqualTo(Objects.requireNonNull(plan.header().seats().get(licence))
                                .after()));
    }

    @Test
    void the_worlds_by_chance_hold_every_kind_of_step_and_numbers_that_move() {
        List<Step> steps = LongStream.range(0, 1200)
                .mapToObj(World::of)
                .flatMap(world -> world.plan(world.observed(), true).steps().stream())
                .toList();

        assertThat(steps.stream().map(Step::kind)).contains(StepKind.values());
        assertThat(steps.stream().filter(step -> step.because().startsWith("frees the number")))
                .hasSizeGreaterThan(10);
    }

    private static byte[] bytes(Plan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanWriter.write(plan, out);
        return out.toByteArray();
    }

    private static Plan read(byte[] bytes) {
        return PlanReader.read("w.plan", new ByteArrayInputStream(bytes));
    }
}
