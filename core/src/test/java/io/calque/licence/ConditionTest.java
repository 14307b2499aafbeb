package io.calque.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.Value;
import io.calque.licence.Condition.Operator;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final Value THREE = new Value.Int(3);

    @Test
    void at_least_holds_from_the_number_itself_on() {
        Condition.Test three = new Condition.Test(Operator.AT_LEAST, THREE);

        assertThat(three.passes(new Value.Int(2))).isFalse();
        assertThat(three.passes(THREE)).isTrue();
        assertThat(three.passes(new Value.Int(4))).isTrue();
    }

    @Test
    void at_least_is_for_numbers_alone() {
        assertThat(new Condition.Test(Operator.AT_LEAST, THREE).passes(new Value.Text("4")))
                .isFalse();
        assertThat(new Condition.Test(Operator.AT_LEAST, new Value.Text("3")).passes(new Value.Int(4)))
                .isFalse();
    }

    @Test
    void is_and_is_not_are_opposites() {
        for (Value value : new Value[] {THREE, new Value.Int(2), new Value.Text("3"), new Value.Flag(true)}) {
            boolean same = value.equals(THREE);
            assertThat(new Condition.Test(Operator.IS, THREE).passes(value)).isEqualTo(same);
            assertThat(new Condition.Test(Operator.IS_NOT, THREE).passes(value)).isEqualTo(!same);
        }
    }

    @Test
    void a_test_reads_as_the_data_files_write_it() {
        assertThat(Arrays.stream(Operator.values()).map(Operator::sign)).containsExactly("=", "!=", ">=");
        assertThat(new Condition.Test(Operator.AT_LEAST, THREE)).hasToString(">= 3");
        assertThat(new Condition.Test(Operator.IS_NOT, new Value.Text("None"))).hasToString("!= None");
        assertThat(new Condition.Test(Operator.IS, new Value.Flag(true))).hasToString("= True");
    }

    @Test
    void words_for_files_are_lower_case_with_hyphens() {
        assertThat(Arrays.stream(Certainty.values()).map(Certainty::word))
                .containsExactly("high", "medium", "low", "overridden");
        assertThat(Arrays.stream(Role.values()).map(Role::word))
                .containsExactly("account", "two-party", "organiser", "participant", "everyone");
    }
}
