package io.calque.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.workspace.Template;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests that a new workspace brings along. */
class NewWorkspaceTest {
    private final Findings findings = new Findings();

    @ParameterizedTest
    @EnumSource(ProductVersion.class)
    void a_new_workspace_passes_its_own_tests(ProductVersion version) {
        List<PolicyTests.Result> results = PolicyTests.run(workspace(Template.files(version)), findings);

        assertThat(findings.sorted()).extracting(Finding::message).isEmpty();
        assertThat(results)
                .hasSizeGreaterThan(12)
                .allSatisfy(result -> assertThat(result.failures())
                        .extracting(Finding::message)
                        .isEmpty());
    }

    @Test
    void the_articles_first_version_fails_with_a_message_that_names_the_culprit() {
        Map<String, String> files = new HashMap<>(Template.files(ProductVersion.LYNC_2010));
        files.computeIfPresent(
                "policies.yaml",
                (_, text) -> text.replace(
                        "      AllowIPAudio: false\n", "      AllowIPAudio: false\n      MaxMeetingSize: 2\n"));

        List<Finding> failures = PolicyTests.run(workspace(files), findings).stream()
                .flatMap(result -> result.failures().stream())
                .toList();

        assertThat(failures)
                .extracting(Finding::message)
                .contains(
                        "test 'three Standard users can hold a group chat', step 4: cas im; expected allowed, but it is"
                                + " refused (gate server, rule P1)");
        assertThat(failures.getFirst().help())
                .contains("Step 3 was refused already: the meeting is full: MaxMeetingSize is 2 in ann's policy"
                        + " Tag:STD_CAL_NoConferencing and 2 are in.");
        assertThat(failures.getFirst().place()).hasToString("tests.yaml:5:73");
    }

    @Test
    void a_test_that_expects_nothing_is_told() {
        Map<String, String> files = new HashMap<>(Template.files(ProductVersion.LYNC_2010));
        files.put("tests.yaml", """
                - name: a chat
                  people: {ann: {persona: standard}}
                  meeting: {organiser: ann}
                  steps: [{ann: im}]
                """);

        assertThat(PolicyTests.run(workspace(files), findings)).allMatch(PolicyTests.Result::passed);
        assertThat(findings.sorted()).extracting(f -> f.code().id()).containsExactly("CQ381");
    }

    @Test
    void every_fault_of_a_test_is_told_at_once_with_near_misses() {
        Map<String, String> files = new HashMap<>(Template.files(ProductVersion.LYNC_2010));
        files.put("tests.yaml", """
                - name: many faults
                  people: {ann: {persona: standrad}, bob: {conferencing: STD_CAL}}
                  meeting: {organiser: anne, kind: adhock}
                  readings: {second-endpoint: replace}
                  stepps: []
                  steps: [{ann: jion}, {bop: join}, [x], {ann: {do: im, expects: allowed}}, {ann: {do: im, expect: allwed}}]
                """);

        PolicyTests.run(workspace(files), findings);

        assertThat(findings.sorted())
                .extracting(f -> f.message() + " | " + f.help())
                .contains(
                        "'standrad' is no persona | Did you mean standard?",
                        "there is no conferencing policy 'STD_CAL' | Known here: Global, ENT_CAL_NOREC_AudioVideo,"
                                + " ENT_CAL_REC_Audio, ENT_CAL_REC_AudioVideo, ENT_CAL_REC_AudioVideo_PSTN,"
                                + " STD_CAL_NoConferencing",
                        "'anne' is no person of this scenario | Did you mean ann?",
                        "'adhock' is no kind of meeting | Did you mean adhoc?",
                        "'replace' is no reading of second-endpoint | Did you mean replaces?",
                        "unknown key 'stepps' | Did you mean steps?",
                        "'jion' is no action | Did you mean join?",
                        "'bop' is no person of this scenario | Did you mean bob?",
                        "unknown key 'expects' | Did you mean expect?",
                        "'allwed' is no outcome | Did you mean allowed?")
                .anyMatch(text -> text.startsWith("a step is a map of one person and one action"));
    }

    private Workspace workspace(Map<String, String> files) {
        return WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name))
                                .map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        findings)
                .orElseThrow();
    }
}
