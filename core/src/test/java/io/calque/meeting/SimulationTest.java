package io.calque.meeting;

import static io.calque.policy.Policies.licensing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import io.calque.licence.Profile;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Licensing;
import io.calque.policy.Policies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the lines of a played session say beside their outcome, which the truth table holds. */
class SimulationTest {
    private final Licensing rules = licensing(ProductVersion.LYNC_2010);

    @Test
    void steps_are_counted_from_one() {
        assertThat(play(SessionKind.ADHOC, "ann join", "bob join", "bob im"))
                .extracting(StepResult::number)
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_closed_policy_is_named_with_setting_value_and_owner() {
        StepResult line = last(SessionKind.ADHOC, policies("AllowIPVideo=False"), Sessions.open(), "bob add-video");

        assertThat(line.why())
                .isEqualTo("AllowIPVideo is False in ann's policy Tag:P, which binds everybody in the meeting");
        assertThat(line.value()).isEqualTo("False");
        assertThat(line.identity()).isEqualTo("Tag:P");
    }

    @Test
    void the_own_policy_and_the_account_are_told_apart() {
        EffectiveState quiet = new EffectiveState(
                policies("EnableP2PVideo=False").conferencing(),
                Policies.voice(),
                new Account(true, false, false, true));

        assertThat(last(SessionKind.P2P, Sessions.open(), quiet, "ann join", "bob join", "bob add-video")
                        .why())
                .isEqualTo("EnableP2PVideo is False in bob's own policy Tag:P");
        StepResult audio = last(SessionKind.P2P, Sessions.open(), quiet, "ann join", "bob join", "bob add-audio");
        assertThat(audio.why()).isEqualTo("AudioVideoDisabled is True on bob's account");
        assertThat(audio.identity()).isEqualTo("Account");
    }

    @Test
    void a_voice_policy_without_usages_is_named() {
        EffectiveState ann = new EffectiveState(
                policies("AllowNonEnterpriseVoiceUsersToDialOut=True").conferencing(),
                Policies.policy(PolicyType.VOICE, "V", "AllowCallForwarding=False"),
                Account.PLAIN);

        assertThat(Sessions.play(
                                licensing(ProductVersion.LYNC_2013),
                                SessionKind.ADHOC,
                                ann,
                                Sessions.open(),
                                "bob dial-out")
                        .getLast()
                        .why())
                .isEqualTo("ann's voice policy Tag:V has no usage that authorises calls");
    }

    @Test
    void a_role_is_told_with_what_only_presenters_do() {
        Participant bob =
                new Participant("bob", Kind.USER, MeetingRole.ATTENDEE, Licences.STANDARD, Sessions.open(), null);
        List<StepResult> lines = Simulation.play(Sessions.scenario(
                rules,
                SessionKind.ADHOC,
                Map.of("ann", Sessions.person("ann", Kind.USER, Sessions.open()), "bob", bob),
                "bob share-program"));

        assertThat(lines.getLast().why()).isEqualTo("bob attends; only presenters share a program");
    }

    @Test
    void whoever_is_not_in_is_told_from_where() {
        List<StepResult> lines = play(SessionKind.ADHOC, "bob join", "bob leave", "bob im");

        assertThat(lines.getLast().why()).isEqualTo("bob is not in the session");
        assertThat(play(SessionKind.ADHOC, "bob join from pc-a", "bob im from pc-b")
                        .getLast()
                        .why())
                .isEqualTo("bob is not in the session from pc-b");
    }

    @Test
    void a_line_names_the_reading_that_decided_it_or_its_licence() {
        assertThat(play(SessionKind.ADHOC, "bob share-desktop").getLast().reading())
                .hasToString("presenting-licence: own");
        assertThat(play(SessionKind.ADHOC, "ann add-audio").getLast().reading())
                .hasToString("adhoc-audio-licence: enterprise-or-plus");
        assertThat(play(SessionKind.ADHOC, "bob record").getLast().reading())
                .hasToString("participant-recording: both");
        assertThat(play(SessionKind.ADHOC, "bob join", "bob join").getLast().reading())
                .hasToString("second-endpoint: replaces");
        assertThat(play(SessionKind.ADHOC, "bob get-policy").getLast().reading())
                .as("nothing is read where nothing is disputed")
                .isNull();
    }

    @Test
    void a_line_that_no_reading_decided_names_none() {
        assertThat(play(SessionKind.ADHOC, "ann share-desktop").getLast().reading())
                .isNull();
        assertThat(play(SessionKind.ADHOC, "bob add-audio").getLast().reading()).isNull();
        assertThat(play(SessionKind.ADHOC, "anon share-desktop").getLast().reading())
                .isNull();
    }

    @Test
    void a_refused_reading_is_named_too() {
        Licensing twice =
                Licensing.of(ProductVersion.LYNC_2013, Profile.of("strict").orElseThrow());

        StepResult line = Sessions.play(
                        twice,
                        SessionKind.ADHOC,
                        policies("MaxMeetingSize=2"),
                        Sessions.open(),
                        "ann join",
                        "bob join",
                        "bob join")
                .getLast();

        assertThat(line.gate()).isEqualTo(Gate.SIZE);
        assertThat(line.reading()).hasToString("endpoint-seats: twice");
        assertThat(line.code()).isEqualTo(3100);
    }

    @Test
    void outsiders_need_and_lack_no_licence() {
        StepResult line = play(SessionKind.SCHEDULED, "fred share-desktop").getLast();

        assertThat(line.needs().isEmpty()).isTrue();
        assertThat(line.missing().isEmpty()).isTrue();
        assertThat(play(SessionKind.SCHEDULED, "bob share-desktop").getLast().missing())
                .hasToString("enterprise");
    }

    @Test
    void somebody_whom_the_door_keeps_out_is_refused_there_with_the_first_step() {
        StepResult line = Sessions.play(
                        rules,
                        SessionKind.ADHOC,
                        policies("AllowAnonymousParticipantsInMeetings=False"),
                        Sessions.open(),
                        "anon im")
                .getLast();

        assertThat(line.rule()).isEqualTo("J1");
        assertThat(line.setting()).isEqualTo("AllowAnonymousParticipantsInMeetings");
    }

    @Test
    void words_and_rules_are_found_by_their_names() {
        assertThat(Action.words()).hasSize(Action.values().length).contains("add-audio", "get-policy");
        assertThat(Action.of("ADD-AUDIO")).contains(Action.ADD_AUDIO);
        assertThat(Action.of("fly")).isEmpty();
        assertThat(Action.ADD_AUDIO.phrase()).isEqualTo("use audio");
        assertThat(Rule.of("J2").orElseThrow().id()).isEqualTo("J2");
        assertThat(Rule.of("Z9")).isEmpty();
        assertThat(Resolution.values()).extracting(Resolution::word).containsExactly("CIF", "VGA");
        assertThat(Kind.values()).filteredOn(Kind::signsIn).containsExactly(Kind.USER, Kind.FEDERATED);
    }

    @Test
    void a_scenario_needs_its_organiser_among_its_people() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scenario(
                        "none", rules, SessionKind.ADHOC, "zoe", Setup.STANDARD, Map.of(), List.of(), Place.of("test")))
                .withMessageContaining("zoe");
    }

    private List<StepResult> play(SessionKind kind, String... steps) {
        return Sessions.play(rules, kind, Sessions.open(), Sessions.open(), steps);
    }

    private StepResult last(SessionKind kind, EffectiveState ann, EffectiveState bob, String... steps) {
        return Sessions.play(rules, kind, ann, bob, steps).getLast();
    }

    private static EffectiveState policies(String... settings) {
        return Policies.situation(settings);
    }
}
