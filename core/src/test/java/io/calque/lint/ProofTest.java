package io.calque.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The witnesses of the proof, and that nothing is told twice. */
class ProofTest {
    private static final String CLOSED = """
            # policies.yaml
            conferencing:
              STD:
                licences: [standard]
                settings:
                  AllowIPAudio: false
                  AllowIPVideo: false
                  AllowUserToScheduleMeetingsWithAppSharing: false
                  EnableAppDesktopSharing: None
                  EnableDialInConferencing: false
                  AllowAnonymousParticipantsInMeetings: false
                  AllowAnnotations: false
                  AllowPolls: false
            """;

    @Test
    void a_policy_that_is_closed_is_proved() {
        assertThat(Workspaces.findings(CLOSED, Code.UNLICENSED_RIGHT)).isEmpty();
    }

    @Test
    void the_witness_names_the_right_the_setting_and_its_value() {
        String open = CLOSED.replace("AllowPolls: false", "AllowPolls: true");

        assertThat(Workspaces.findings(open, Code.UNLICENSED_RIGHT))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.witness())
                            .isEqualTo(
                                    new Witness("Tag:STD", List.of("standard"), "meeting.poll", "AllowPolls", "True"));
                    assertThat(finding.help()).isEqualTo("Set AllowPolls to False, or give these people enterprise");
                    assertThat(finding.place()).hasToString("policies.yaml:12:7");
                });
    }

    @Test
    void every_right_that_one_setting_opens_is_told_at_that_setting() {
        String open = CLOSED.replace("AllowIPAudio: false", "AllowIPAudio: true")
                .replace("EnableDialInConferencing: false", "EnableDialInConferencing: true");

        assertThat(Workspaces.findings(open, Code.UNLICENSED_RIGHT))
                .extracting(f -> f.witness() == null
                        ? ""
                        : f.witness().right() + " " + f.witness().setting())
                .containsExactlyInAnyOrder(
                        "meeting.organise.audio AllowIPAudio",
                        "meeting.adhoc.audio AllowIPAudio",
                        "meeting.dial-in AllowIPAudio");
    }

    @Test
    void a_persona_repeats_nothing_that_its_policy_is_told_for() {
        String open = CLOSED.replace("AllowPolls: false", "AllowPolls: true") + """
                # assignments.yaml
                personas:
                  standard: {licences: [standard], conferencing: STD}
                """;

        assertThat(Workspaces.findings(open, Code.UNLICENSED_RIGHT)).hasSize(1);
    }

    @Test
    void a_persona_answers_for_a_policy_that_is_meant_for_others() {
        String text = """
                # policies.yaml
                conferencing:
                  ENT: {licences: [standard, enterprise], settings: {AllowConferenceRecording: true}}
                # assignments.yaml
                personas:
                  standard: {licences: [standard], conferencing: ENT}
                """;

        assertThat(Workspaces.findings(text, Code.UNLICENSED_RIGHT))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.place()).hasToString("assignments.yaml:2:3"))
                .extracting(Finding::message)
                .contains(
                        "persona 'standard' gives 'record meetings' to people with standard: AllowConferenceRecording is True in Tag:ENT, and the right needs standard+enterprise");
    }

    @Test
    void a_persona_without_a_policy_answers_for_global() {
        String text = """
                # assignments.yaml
                personas:
                  standard: {licences: [standard], conferencing: null}
                """;

        assertThat(Workspaces.findings(text, Code.UNLICENSED_RIGHT))
                .extracting(f -> f.witness() == null ? "" : f.witness().policy())
                .isNotEmpty()
                .containsOnly("Global");
    }

    @Test
    void telephony_is_told_once_and_with_a_witness() {
        String text = CLOSED + """
                # assignments.yaml
                personas:
                  phone: {licences: [standard], conferencing: STD, voice: {enterprise: true}}
                """;

        assertThat(Workspaces.findings(text, Code.UNLICENSED_RIGHT)).isEmpty();
        assertThat(Workspaces.findings(text, Code.VOICE_WITHOUT_PLUS))
                .singleElement()
                .satisfies(finding -> assertThat(finding.witness())
                        .isEqualTo(new Witness(
                                "Tag:STD", List.of("standard"), "voice.pstn", "EnterpriseVoiceEnabled", "True")));
    }

    @Test
    void an_override_is_quoted_wherever_it_counts() {
        String text =
                "# calque.yaml\nproduct: lync-2010\noverrides: [{right: file.two-party, needs: [standard, enterprise], reason: our lawyer}]\n"
                        + CLOSED;

        assertThat(Workspaces.findings(text, Code.UNLICENSED_RIGHT))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("decided here: our lawyer"));
        assertThat(Workspaces.findings(text, Code.DECISION_COUNTS))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("our lawyer", "Tag:STD"));
    }
}
