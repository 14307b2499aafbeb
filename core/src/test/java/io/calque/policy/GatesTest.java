package io.calque.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.licence.Condition;
import io.calque.licence.Condition.Operator;
import io.calque.licence.Profile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {
    @Test
    void a_flag_opens_and_closes_by_its_two_values() {
        Condition audio = condition("AllowIPAudio", Operator.IS, new Value.Flag(true));

        assertThat(Gates.opening(audio)).contains(new Value.Flag(true));
        assertThat(Gates.closing(audio)).contains(new Value.Flag(false));
        Condition recording = condition("AllowConferenceRecording", Operator.IS, new Value.Flag(true));
        assertThat(Gates.opening(recording)).contains(new Value.Flag(true));
        assertThat(Gates.closing(recording)).contains(new Value.Flag(false));
    }

    @Test
    void the_default_is_taken_where_it_serves() {
        Condition sharing = condition("EnableAppDesktopSharing", Operator.IS_NOT, new Value.Text("None"));

        assertThat(Gates.opening(sharing)).contains(new Value.Text("Desktop"));
        assertThat(Gates.closing(sharing)).contains(new Value.Text("None"));
    }

    @Test
    void a_number_closes_by_the_one_just_below() {
        Condition three = condition("MaxMeetingSize", Operator.AT_LEAST, new Value.Int(3));

        assertThat(Gates.opening(three)).contains(new Value.Int(250));
        assertThat(Gates.closing(three)).contains(new Value.Int(2));
    }

    @Test
    void a_number_beyond_the_default_opens_by_the_least_that_passes() {
        assertThat(Gates.opening(condition("MaxMeetingSize", Operator.AT_LEAST, new Value.Int(300))))
                .contains(new Value.Int(300));
        assertThat(Gates.opening(condition("MaxMeetingSize", Operator.IS_NOT, new Value.Int(250))))
                .contains(new Value.Int(249));
    }

    @Test
    void no_value_outside_the_range_of_a_setting_is_proposed() {
        assertThat(Gates.closing(condition("MaxMeetingSize", Operator.AT_LEAST, new Value.Int(2))))
                .isEmpty();
        assertThat(Gates.opening(condition("MaxMeetingSize", Operator.IS, new Value.Int(2))))
                .contains(new Value.Int(2));
        assertThat(Gates.opening(condition("MaxMeetingSize", Operator.IS, new Value.Int(4294967295L))))
                .contains(new Value.Int(4294967295L));
        assertThat(Gates.opening(condition("MaxMeetingSize", Operator.IS, new Value.Int(4294967296L))))
                .isEmpty();
        assertThat(Gates.opening(condition("MaxMeetingSize", Operator.IS, new Value.Int(1))))
                .isEmpty();
    }

    @Test
    void a_text_is_opened_by_the_text_that_is_asked_for() {
        Condition described = condition("Description", Operator.IS, new Value.Text("x"));

        assertThat(Gates.opening(described)).contains(new Value.Text("x"));
    }

    @ParameterizedTest
    @EnumSource(ProductVersion.class)
    void every_gate_of_every_right_opens_and_closes(ProductVersion version) {
        Licensing rules = Licensing.of(version, Profile.of(Profile.DEFAULT).orElseThrow());
        assertThat(rules.entitlements())
                .isNotEmpty()
                .allSatisfy(entitlement -> assertThat(entitlement.right().gate())
                        .allSatisfy(condition -> {
                            assertThat(Gates.opening(condition)).hasValueSatisfying(v -> passes(condition, v, true));
                            assertThat(Gates.closing(condition)).hasValueSatisfying(v -> passes(condition, v, false));
                        }));
    }

    private static void passes(Condition condition, Value value, boolean expected) {
        assertThat(condition.test().passes(value)).isEqualTo(expected);
    }

    private static Condition condition(String name, Operator operator, Value value) {
        Optional<Setting> setting = Catalogue.standard().setting(PolicyType.CONFERENCING, name);
        return new Condition.OfPolicy(
                PolicyType.CONFERENCING, setting.orElseThrow(), new Condition.Test(operator, value));
    }
}
