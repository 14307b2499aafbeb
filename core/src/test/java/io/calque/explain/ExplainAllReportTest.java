package io.calque.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.World;
import io.calque.assign.Persona;
import io.calque.licence.Entitlement;
import io.calque.state.Users;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class ExplainAllReportTest {
    @Property(tries = 100)
    void every_user_is_in_exactly_one_group(@ForAll long seed) {
        ExplainAllReport report =
                report(World.of(seed), IntStream.range(0, size(seed)).boxed().toList());

        assertThat(report.groups().stream()
                        .mapToLong(ExplainAllReport.Group::people)
                        .sum())
                .isEqualTo(report.size());
        assertThat(report.groups().stream().map(ExplainAllReportTest::without)).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void whoever_is_given_a_right_is_named_once_among_its_holders(@ForAll long seed) {
        World world = World.of(seed);
        ExplainAllReport report =
                report(world, IntStream.range(0, size(seed)).boxed().toList());

        for (Entitlement entitlement : world.workspace().licensing().entitlements()) {
            String right = entitlement.right().id();
            assertThat(report.holders(right).stream()
                            .mapToInt(h -> h.names().size())
                            .sum())
                    .isEqualTo((int) IntStream.range(0, report.size())
                            .filter(i -> report.assessment(i).given(right).isPresent())
                            .count());
        }
    }

    @Property(tries = 100)
    void the_order_of_users_does_not_matter(@ForAll long seed) {
        World world = World.of(seed);
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, size(seed)).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(report(world, shuffled).groups())
                .isEqualTo(report(world, IntStream.range(0, size(seed)).boxed().toList())
                        .groups());
    }

    private static int size(long seed) {
        return World.of(seed).observed().users().size();
    }

    private static ExplainAllReport.Group without(ExplainAllReport.Group group) {
        return new ExplainAllReport.Group(
                0,
                group.conferencing(),
                group.voice(),
                group.licences(),
                group.needed(),
                group.excess(),
                group.withheld());
    }

    /** A report on the users in this order; each has some persona, or none. */
    private static ExplainAllReport report(World world, List<Integer> order) {
        List<Persona> known = List.copyOf(world.workspace().personas().values());
        @Nullable
        Persona[] personas = order.stream()
                .map(i -> i % 3 == 0 || known.isEmpty() ? null : known.get(i % known.size()))
                .toArray(Persona[]::new);
        return new ExplainAllReport(
                Users.of(order.stream().map(world.observed().users()::get).toList()),
                personas,
                new Assessments(world.workspace().licensing(), world.observed().policies()));
    }
}
