package io.calque.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.World;
import io.calque.journal.Outcome;
import io.calque.people.Identifiers;
import io.calque.plan.NumberedStep;
import io.calque.plan.Plan;
import io.calque.plan.PlanCheck;
import io.calque.plan.StepKind;
import io.calque.server.Capabilities;
import io.calque.server.Extent;
import io.calque.server.Server;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What an applier makes of servers that can do little, or know people by other spellings. */
class ApplierTest {
    private static final Applier.Order ORDER = new Applier.Order("run-1", "ann", List.of());

    /** A simulated pool that can't do some kinds of steps, and keeps what it was asked. */
    private static final class Limited implements Server.Writable {
        private final SimulatedPool pool;
        private final Set<StepKind> kinds;
        private final List<Extent> asked = new ArrayList<>();

        Limited(Observed start, Set<StepKind> kinds) {
            this.pool = new SimulatedPool(start, Faults.NONE, SimulatedPool.Surroundings.NONE);
            this.kinds = kinds;
        }

        @Override
        public String id() {
            return "limited";
        }

        @Override
        public String title() {
            return "the limited pool";
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(3, kinds);
        }

        @Override
        public Observed read(Extent extent) {
            asked.add(extent);
            return pool.read(extent);
        }

        @Override
        public List<Outcome> carryOut(List<NumberedStep> steps) {
            return pool.carryOut(steps);
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    @Property(tries = 100)
    void steps_of_kinds_that_a_server_can_not_do_are_skipped_with_what_depends_on_them_and_all_else_is_done(
            @ForAll @LongRange(min = 0) long seed) {
        World world = World.of(seed);
        Plan plan = world.plan();
        Limited server =
                new Limited(world.observed(), EnumSet.complementOf(EnumSet.of(StepKind.GRANT, StepKind.REVOKE)));

        RunResult result = new Applier(server, new MemoryJournal(), ApplyListener.SILENT, () -> false).run(plan, ORDER);

        long grants = plan.steps().stream()
                .filter(step -> step.kind() == StepKind.GRANT || step.kind() == StepKind.REVOKE)
                .count();
        assertThat(result.failed() + result.inDoubt() + result.pending()).isZero();
        assertThat(result.failures().stream()
                        .filter(failure ->
                                failure.reason().equals("the limited pool can't carry out steps of this kind")))
                .hasSize((int) grants);
    }

    @Property(tries = 50)
    void only_the_users_of_a_plan_are_read(@ForAll @LongRange(min = 0) long seed) {
        World world = World.of(seed);
        Limited server = new Limited(world.observed(), EnumSet.allOf(StepKind.class));

        new Applier(server, new MemoryJournal(), ApplyListener.SILENT, () -> false).run(world.plan(), ORDER);

        assertThat(server.asked).isNotEmpty().hasOnlyElementsOfType(Extent.OfUsers.class);
    }

    @Property(tries = 100)
    void a_plan_fits_a_server_that_spells_its_users_in_capitals(@ForAll @LongRange(min = 0) long seed) {
        World world = World.of(seed);
        Plan plan = world.plan();
        Observed start = world.observed();
        Observed capitals = new Observed(
                start.product(),
                start.sites(),
                start.policies(),
                start.users().stream().map(ApplierTest::inCapitals).toList());

        assertThat(PlanCheck.findings(plan, capitals)).isEmpty();
        SimulatedPool pool = new SimulatedPool(capitals, Faults.NONE, SimulatedPool.Surroundings.NONE);
        assertThat(new Applier(pool, new MemoryJournal(), ApplyListener.SILENT, () -> false)
                        .run(plan, ORDER)
                        .failures())
                .isEmpty();
    }

    private static UserState inCapitals(UserState user) {
        String address = user.ids().sipAddress();
        return address == null
                ? user
                : new UserState(
                        new Identifiers(
                                user.ids().domain(),
                                user.ids().samAccountName(),
                                user.ids().userPrincipalName(),
                                address.toUpperCase(Locale.ROOT),
                                user.ids().displayName(),
                                user.ids().distinguishedName()),
                        user.configuration(),
                        user.lineUri());
    }
}
