package io.calque.policy;

import static io.calque.licence.Licence.ENTERPRISE;
import static io.calque.licence.Licence.PLUS;
import static io.calque.policy.Policies.held;
import static io.calque.policy.Policies.licensing;
import static io.calque.policy.Policies.policy;
import static io.calque.policy.Policies.situation;
import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.licence.Entitlement;
import io.calque.licence.Licences;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicensingTest {
    private static final Licensing RULES = licensing(ProductVersion.LYNC_2010);
    private static final String[] STANDARD_ONLY = {
        "AllowIPAudio=False", "AllowIPVideo=False", "AllowUserToScheduleMeetingsWithAppSharing=False",
        "EnableAppDesktopSharing=None", "AllowParticipantControl=False", "EnableDialInConferencing=False",
        "AllowAnonymousParticipantsInMeetings=False", "AllowAnnotations=False", "AllowPolls=False"
    };

    @Test
    void the_global_policy_as_it_comes_needs_enterprise() {
        Situation global = situation();

        assertThat(RULES.needed(global)).isEqualTo(held(ENTERPRISE));
        assertThat(ids(RULES.excess(global, Licences.STANDARD)))
                .contains("meeting.organise.audio", "meeting.dial-in", "sharing.two-party")
                .doesNotContain("im.group", "meeting.record", "meeting.powerpoint");
        assertThat(RULES.excess(global, held(ENTERPRISE))).isEmpty();
    }

    @Test
    void the_articles_standard_policy_needs_standard_and_withholds_nothing_of_it() {
        Situation standard = situation(STANDARD_ONLY);

        assertThat(RULES.needed(standard)).isEqualTo(Licences.STANDARD);
        assertThat(ids(RULES.missing(standard, Licences.STANDARD))).containsExactly("recording.two-party");
        assertThat(ids(RULES.missing(standard, held(ENTERPRISE)))).contains("meeting.organise.audio");
    }

    @Test
    void the_articles_first_version_withholds_group_chat() {
        String[] first = Arrays.copyOf(STANDARD_ONLY, STANDARD_ONLY.length + 1);
        first[STANDARD_ONLY.length] = "MaxMeetingSize=2";

        assertThat(ids(RULES.missing(situation(first), Licences.STANDARD))).contains("im.group", "file.group");
    }

    @Test
    void slides_can_not_be_denied_to_standard_people_in_2010_and_can_since_2015() {
        assertThat(RULES.isInseparable(entitlement(RULES, "meeting.powerpoint"), Licences.STANDARD))
                .isTrue();
        assertThat(RULES.isInseparable(entitlement(RULES, "meeting.powerpoint"), held(ENTERPRISE)))
                .isFalse();
        assertThat(RULES.isInseparable(entitlement(RULES, "meeting.whiteboard"), Licences.STANDARD))
                .isFalse();
        Licensing newer = licensing(ProductVersion.SFB_2015);
        assertThat(newer.isInseparable(entitlement(newer, "meeting.powerpoint"), Licences.STANDARD))
                .isFalse();
    }

    @Test
    void a_licensed_right_is_never_inseparable() {
        assertThat(RULES.isInseparable(entitlement(RULES, "im.group"), Licences.STANDARD))
                .isFalse();
    }

    @Test
    void a_disabled_account_has_no_right_and_needs_no_licence() {
        Situation disabled =
                new Situation(situation().conferencing(), Policies.voice(), new Account(false, true, true, false));

        assertThat(RULES.verdicts(disabled)).noneMatch(Verdict::granted);
        assertThat(RULES.needed(disabled)).isEqualTo(Licences.NONE);
    }

    @Test
    void enterprise_voice_needs_plus_and_no_enterprise() {
        Situation phone = new Situation(
                situation(STANDARD_ONLY).conferencing(), Policies.voice(), Account.PLAIN.withEnterpriseVoice(true));

        assertThat(RULES.needed(phone)).isEqualTo(held(PLUS));
        assertThat(RULES.needed(new Situation(situation().conferencing(), Policies.voice(), phone.account())))
                .isEqualTo(held(ENTERPRISE, PLUS));
    }

    @Test
    void remote_call_control_needs_plus_too() {
        Situation desk = new Situation(
                situation(STANDARD_ONLY).conferencing(), Policies.voice(), new Account(true, false, true, false));

        assertThat(RULES.needed(desk)).isEqualTo(held(PLUS));
    }

    @Test
    void a_verdict_shows_every_gate_with_value_and_where_it_comes_from() {
        Verdict verdict = RULES.verdict(entitlement(RULES, "video.two-party"), situation("EnableP2PVideo=False"));

        assertThat(verdict.granted()).isFalse();
        assertThat(verdict.right()).isEqualTo("video.two-party");
        assertThat(verdict.gates())
                .extracting(g -> g.condition().setting().name() + "=" + g.value() + " " + g.identity() + " " + g.open())
                .containsExactly("EnableP2PVideo=False Tag:P false", "AudioVideoDisabled=False Account true");
    }

    @Test
    void voice_rights_look_at_the_voice_policy() {
        Situation phone = new Situation(
                situation().conferencing(),
                policy(PolicyType.VOICE, "V", "AllowCallForwarding=False"),
                Account.PLAIN.withEnterpriseVoice(true));

        assertThat(RULES.verdict(entitlement(RULES, "voice.forwarding"), phone).granted())
                .isFalse();
        assertThat(RULES.verdict(entitlement(RULES, "voice.transfer"), phone).granted())
                .isTrue();
        assertThat(RULES.verdict(entitlement(RULES, "voice.park"), phone).granted())
                .isFalse();
    }

    @Test
    void rights_and_readings_are_found_by_name() {
        assertThat(RULES.entitlement("meeting.gallery")).isEmpty();
        assertThat(RULES.reading("second-endpoint").orElseThrow()).hasToString("second-endpoint: replaces");
        assertThat(RULES.reading("the-weather")).isEmpty();
        assertThat(RULES.version()).isEqualTo(ProductVersion.LYNC_2010);
        assertThat(RULES.profile().name()).isEqualTo("default");
        assertThat(RULES.verdicts(situation())).hasSameSizeAs(RULES.entitlements());
    }

    private static Entitlement entitlement(Licensing rules, String right) {
        return rules.entitlement(right).orElseThrow();
    }

    private static List<String> ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::right).toList();
    }
}
