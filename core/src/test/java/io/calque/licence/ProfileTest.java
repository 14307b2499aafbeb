package io.calque.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.ProductVersion;
import io.calque.source.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileTest {
    private static final Profile STANDARD = Profile.of(Profile.DEFAULT).orElseThrow();

    static Stream<String> names() {
        return Profile.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_profile_has_a_row_for_each_right_and_each_topic_and_no_other(String name) {
        List<String> expected = new ArrayList<>(Profile.rightIds());
        Reading.topics().forEach(topic -> expected.add("reading " + topic));

        assertThat(rows(name)).extracting(row -> row.get("right")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_row_cites_a_source_and_its_certainty(String name) {
        assertThat(rows(name)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("sources")).as(row.get("right")).isNotBlank();
            assertThat(row.get("certainty")).isIn("high", "medium", "low");
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_right_needs_something_in_exactly_the_versions_that_have_it(String name) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        rows(name).forEach(row -> rows.put(ResourceTable.cell(row, "right"), row));
        for (RightsFile.Row file : RightsFile.rows()) {
            Map<String, String> row = rows.getOrDefault(file.right().id(), Map.of());
            for (ProductVersion version : ProductVersion.values()) {
                boolean there = version.compareTo(file.right().since()) >= 0;
                assertThat(Need.parse(ResourceTable.cell(row, version.id())).isPresent())
                        .as(file.right().id() + " in " + version.id())
                        .isEqualTo(there);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_topic_has_a_known_choice_and_the_licence_that_the_choice_decides(String name) {
        Profile profile = Profile.of(name).orElseThrow();
        for (ProductVersion version : ProductVersion.values()) {
            Map<String, Need> needs = profile.entitlements(version).stream()
                    .collect(Collectors.toMap(e -> e.right().id(), Entitlement::need));
            assertThat(profile.readings(version).keySet()).containsExactlyInAnyOrderElementsOf(Reading.topics());
            profile.readings(version).forEach((topic, choice) -> {
                Reading reading = Reading.of(topic, choice).orElseThrow();
                Decision decides = reading.decides();
                if (decides != null) {
                    assertThat(needs.get(decides.right()))
                            .as(reading.toString())
                            .isEqualTo(decides.need());
                }
            });
        }
    }

    @Test
    void no_right_stands_twice_under_one_reading() {
        for (ProductVersion version : ProductVersion.values()) {
            assertThat(STANDARD.entitlements(version))
                    .extracting(e -> e.right().id())
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(35);
        }
    }

    @Test
    void each_topic_has_two_readings_that_say_what_they_mean_and_who_says_so() {
        assertThat(Reading.topics())
                .hasSize(10)
                .allSatisfy(topic -> assertThat(Reading.of(topic)).hasSize(2));
        assertThat(Reading.all()).hasSize(20).allSatisfy(reading -> {
            assertThat(reading.meaning()).isNotBlank();
            assertThat(reading.sources()).isNotBlank();
        });
        assertThat(Reading.of("second-endpoint", "replaces").orElseThrow()).hasToString("second-endpoint: replaces");
        assertThat(Reading.of("second-endpoint", "explodes")).isEmpty();
    }

    @Test
    void gates_look_only_at_settings_with_a_documented_default() {
        assertThat(RightsFile.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.right().gate())
                        .isNotEmpty()
                        .allSatisfy(condition -> assertThat(condition.setting().defaultValue())
                                .as(row.right().id())
                                .isPresent()));
    }

    @Test
    void a_gate_drops_conditions_on_settings_that_the_version_lacks() {
        assertThat(settings(ProductVersion.LYNC_2010, "meeting.powerpoint")).containsExactly("EnableDataCollaboration");
        assertThat(settings(ProductVersion.SFB_2015, "meeting.powerpoint"))
                .containsExactly("EnableDataCollaboration", "AllowOfficeContent");
    }

    @Test
    void a_right_is_there_from_its_first_version_on() {
        assertThat(ids(STANDARD, ProductVersion.LYNC_2010)).doesNotContain("meeting.gallery", "meeting.q-and-a");
        assertThat(ids(STANDARD, ProductVersion.LYNC_2013))
                .contains("meeting.gallery")
                .doesNotContain("meeting.q-and-a");
        assertThat(ids(STANDARD, ProductVersion.SFB_2015)).contains("meeting.gallery", "meeting.q-and-a");
    }

    @Test
    void an_override_of_the_workspace_wins_and_says_why() {
        Need standard = new Need(List.of(Licences.STANDARD));
        Profile own = STANDARD.with(List.of(new Decision("meeting.poll", standard, "agreed with our reseller", null)));

        Entitlement poll = find(own, "meeting.poll");

        assertThat(poll.need()).isEqualTo(standard);
        assertThat(poll.certainty()).isEqualTo(Certainty.OVERRIDDEN);
        assertThat(poll.sources()).isEqualTo("agreed with our reseller");
        assertThat(poll.note()).isNull();
        assertThat(find(STANDARD, "meeting.poll").need()).isNotEqualTo(standard);
        assertThat(find(own, "meeting.whiteboard")).isEqualTo(find(STANDARD, "meeting.whiteboard"));
    }

    @Test
    void choosing_a_reading_changes_gates_and_the_licence_that_it_decides() {
        Profile organiser =
                STANDARD.choosing(Reading.of("presenting-licence", "organiser").orElseThrow());
        Profile own =
                STANDARD.choosing(Reading.of("two-party-sharing", "own-policy").orElseThrow());

        assertThat(find(STANDARD, "meeting.present").need()).hasToString("standard+enterprise");
        assertThat(find(organiser, "meeting.present").need()).hasToString("standard");
        assertThat(find(STANDARD, "sharing.two-party").right().gate()).hasSize(2);
        assertThat(find(own, "sharing.two-party").right().gate()).hasSize(1);
        assertThat(own.with(List.of()).readings(ProductVersion.SFB_SE))
                .containsEntry("two-party-sharing", "own-policy");
        assertThat(own.name()).isEqualTo("default");
    }

    @Test
    void only_the_profiles_that_are_there_are_found() {
        assertThat(Profile.names()).containsExactly("default", "article", "strict");
        assertThat(Profile.of("lenient")).isEmpty();
        assertThat(find(STANDARD, "meeting.control").note()).isNull();
        assertThat(find(STANDARD, "meeting.dial-in").note()).isEqualTo("Works without Enterprise Voice");
    }

    private static List<Map<String, String>> rows(String name) {
        return ResourceTable.rows(Profile.class, "profile-" + name + ".csv");
    }

    private static Set<String> ids(Profile profile, ProductVersion version) {
        return profile.entitlements(version).stream().map(e -> e.right().id()).collect(Collectors.toSet());
    }

    private static Entitlement find(Profile profile, String right) {
        return profile.entitlements(ProductVersion.LYNC_2013).stream()
                .filter(e -> e.right().id().equals(right))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> settings(ProductVersion version, String right) {
        return STANDARD.entitlements(version).stream()
                .filter(e -> e.right().id().equals(right))
                .flatMap(e -> e.right().gate().stream())
                .map(condition -> condition.setting().name())
                .toList();
    }
}
