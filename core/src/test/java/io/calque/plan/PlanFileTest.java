package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.World;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.workspace.Brakes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The file of a plan: whatever it says of itself is sealed, and brakes are judged by the settings of the day. */
class PlanFileTest {
    private static final Plan PLAN =
            World.of(7).plan().accepting(List.of(new Waiver("CQ301", "agreed with \"our\" reseller")));

    @Property(tries = 100)
    void what_is_written_reads_back_the_same(@ForAll @LongRange(min = 0) long seed) {
        Plan plan = World.of(seed).plan().accepting(List.of(new Waiver("CQ308", "für später")));

        Plan read = read(text(plan));

        assertThat(read.header()).isEqualTo(plan.header());
        assertThat(read.steps()).hasSameSizeAs(plan.steps());
    }

    @Test
    void a_header_that_was_edited_is_refused() {
        for (Map.Entry<String, String> edit : Map.of(
                        "\"brake\":null",
                        "\"brake\":{\"name\":\"maxShare\",\"limit\":0.1,\"value\":0.5}",
                        "\"users\":" + PLAN.header().users(),
                        "\"users\":1000000",
                        "\"unchanged\":" + PLAN.header().unchanged(),
                        "\"unchanged\":999",
                        "\"what\":\"CQ301\"",
                        "\"what\":\"CQ302\"",
                        "\"reason\":\"agreed",
                        "\"reason\":\"not agreed")
                .entrySet()) {
            assertThat(text(PLAN)).contains(edit.getKey());
            refused(text(PLAN).replaceFirst(java.util.regex.Pattern.quote(edit.getKey()), edit.getValue()), "seal");
        }
    }

    @Test
    void a_file_of_another_format_is_refused_with_both_numbers() {
        refused(
                text(PLAN).replaceFirst("\"format\":2", "\"format\":3"),
                "format 3, and this version of Calque reads format 2");
        refused(text(PLAN).replaceFirst("\"format\":2,", ""), "format 0, and");
    }

    @Test
    void brakes_are_those_of_today_whatever_the_plan_says() {
        long steps = PLAN.steps().size();
        assertThat(PLAN.header().brake()).isNull();

        assertThat(TrippedBrake.of(brakes(Optional.of(steps), Optional.empty()), PLAN))
                .isEmpty();
        assertThat(TrippedBrake.of(brakes(Optional.of(steps - 1), Optional.empty()), PLAN))
                .contains(new TrippedBrake("maxChanges", steps - 1, steps));
        assertThat(TrippedBrake.of(brakes(Optional.empty(), Optional.of(0.0)), PLAN)
                        .orElseThrow()
                        .name())
                .isEqualTo("maxShare");
    }

    private static Brakes brakes(Optional<Long> changes, Optional<Double> share) {
        return new Brakes(changes, share, Map.of());
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.findings().getFirst().code()).isEqualTo(Code.PLAN_FILE))
                .hasMessageContaining(why);
    }

    private static String text(Plan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanWriter.write(plan, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Plan read(String text) {
        return PlanReader.read("w.plan", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
