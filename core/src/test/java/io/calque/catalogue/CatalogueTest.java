package io.calque.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    static Stream<Setting> everySetting() {
        return Stream.of(
                        CATALOGUE.settings(PolicyType.CONFERENCING),
                        CATALOGUE.settings(PolicyType.VOICE),
                        CATALOGUE.account())
                .flatMap(Collection::stream);
    }

    @Test
    void it_holds_all_settings_of_both_policy_types() {
        assertThat(CATALOGUE.settings(PolicyType.CONFERENCING)).hasSize(40);
        assertThat(CATALOGUE.settings(PolicyType.VOICE)).hasSize(19);
    }

    /** The counts are those of the tables in {@code facts/}: rows that a version has. */
    @ParameterizedTest
    @CsvSource({
        "lync-2010, 26, 13",
        "lync-2013, 33, 18",
        "sfb-2015, 39, 18",
        "sfb-2019, 39, 18",
        "sfb-se, 39, 18",
    })
    void each_version_has_its_own_settings(String version, int conferencing, int voice) {
        ProductVersion product = ProductVersion.of(version).orElseThrow();

        assertThat(CATALOGUE.settings(PolicyType.CONFERENCING, product)).hasSize(conferencing);
        assertThat(CATALOGUE.settings(PolicyType.VOICE, product)).hasSize(voice);
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void a_setting_says_what_it_controls_and_who_says_so(Setting setting) {
        assertThat(setting.controls()).isNotBlank();
        assertThat(setting.source()).isNotBlank();
        assertThat(setting.shape().words()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void a_default_is_a_value_of_its_setting_and_a_missing_one_is_explained(Setting setting) {
        setting.defaultValue()
                .ifPresent(value ->
                        assertThat(setting.shape().read(value.print())).isEqualTo(new SettingType.Reading.Good(value)));
        if (setting.defaultValue().isEmpty() && setting.shape() instanceof SettingType.Flags) {
            assertThat(setting.disputed()).contains("default");
        }
    }

    @Test
    void names_are_found_in_any_case() {
        assertThat(CATALOGUE.setting(PolicyType.CONFERENCING, "allowipAUDIO")).isPresent();
        assertThat(CATALOGUE.account("enterprisevoiceenabled")).isPresent();
        assertThat(CATALOGUE.setting(PolicyType.VOICE, "AllowIPAudio")).isEmpty();
    }

    @Test
    void no_meeting_of_one_is_a_value_and_two_is_the_least() {
        SettingType size = CATALOGUE
                .setting(PolicyType.CONFERENCING, "MaxMeetingSize")
                .orElseThrow()
                .shape();

        assertThat(size.read("1"))
                .isInstanceOfSatisfying(
                        SettingType.Reading.Bad.class,
                        bad -> assertThat(bad.outOfRange()).isTrue());
        assertThat(size.read("2")).isEqualTo(new SettingType.Reading.Good(new Value.Int(2)));
        assertThat(size.read("4294967296")).isInstanceOf(SettingType.Reading.Bad.class);
    }

    @Test
    void each_shape_tells_what_it_takes() {
        Map<SettingType, List<String>> wrong = Map.of(
                new SettingType.Flags(), List.of("yes", "1", ""),
                new SettingType.Wholes(20, 200), List.of("19", "201", "twenty", "99999999999999999999"),
                new SettingType.Choice(List.of("Desktop", "None")), List.of("Window", ""),
                new SettingType.FreeText(5), List.of("sixsix", "a\u0000"));

        wrong.forEach((shape, texts) -> assertThat(texts)
                .allSatisfy(text -> assertThat(shape.read(text))
                        .isInstanceOfSatisfying(
                                SettingType.Reading.Bad.class,
                                bad -> assertThat(bad.problem()).isNotBlank())));
        assertThat(new SettingType.Choice(List.of("Desktop", "None")).read("none"))
                .isEqualTo(new SettingType.Reading.Good(new Value.Text("None")));
        assertThat(new SettingType.FreeTexts().read("Local; National"))
                .isEqualTo(new SettingType.Reading.Good(new Value.Texts(List.of("Local", "National"))));
    }
}
