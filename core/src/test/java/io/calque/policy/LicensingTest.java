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
    private static final String[] STANDARD_ONLY = {
        "AllowIPAudio=False", "AllowIPVideo=False", "AllowUserToScheduleMeetingsWithAppSharing=False",
        "EnableAppDesktopSharing=None", "AllowParticipantControl=False", "EnableDialInConferencing=False",
        "AllowAnonymousParticipantsInMeetings=False", "AllowAnnotations=False", "AllowPolls=False"
    };

    private final Licensing rules = licensing(ProductVersion.LYNC_2010);

    @Test
    void the_global_policy_as_it_comes_needs_enterprise() {
        EffectiveState global = situation();

        assertThat(rules.needed(global)).isEqualTo(held(ENTERPRISE));
        assertThat(ids(rules.excess(global, Licences.STANDARD)))
                .contains("meeting.organise.audio", "meeting.dial-in", "sharing.two-party")
                .doesNotContain("im.group", "meeting.record", "meeting.powerpoint");
        assertThat(rules.excess(global, held(ENTERPRISE))).isEmpty();
    }

    @Test
    void the_articles_standard_policy_needs_standard_and_withholds_nothing_of_it() {
        EffectiveState standard = situation(STANDARD_ONLY);

        assertThat(rules.needed(standard)).isEqualTo(Licences.STANDARD);
        assertThat(ids(rules.missing(standard, Licences.STANDARD))).containsExactly("recording.two-party");
        assertThat(ids(rules.missing(standard, held(ENTERPRISE)))).contains("meeting.organise.audio");
    }

    @Test
    void the_articles_first_version_withholds_group_chat() {
        String[] first = Arrays.copyOf(STANDARD_ONLY, STANDARD_ONLY.length + 1);
        first[STANDARD_ONLY.length] = "MaxMeetingSize=2";

        assertThat(ids(rules.missing(situation(first), Licences.STANDARD))).contains("im.group", "file.group");
    }

    @Test
    void slides_can_not_be_denied_to_standard_people_in_2010_and_can_since_2015() {
        assertThat(rules.isInseparable(entitlement(rules, "meeting.powerpoint"), Licences.STANDARD))
                .isTrue();
        assertThat(rules.isInseparable(entitlement(rules, "meeting.powerpoint"), held(ENTERPRISE)))
                .isFalse();
        assertThat(rules.isInseparable(entitlement(rules, "meeting.whiteboard"), Licences.STANDARD))
                .isFalse();
        Licensing newer = licensing(ProductVersion.SFB_2015);
        assertThat(newer.isInseparable(entitlement(newer, "meeting.powerpoint"), Licences.STANDARD))
                .isFalse();
    }

    @Test
    void a_licensed_right_is_never_inseparable() {
        assertThat(rules.isInseparable(entitlement(rules, "im.group"), Licences.STANDARD))
                .isFalse();
    }

    @Test
    void a_disabled_account_has_no_right_and_needs_no_licence() {
        EffectiveState disabled =
                new EffectiveState(situation().conferencing(), Policies.voice(), new Account(false, true, true, false));

        assertThat(rules.verdicts(disabled)).noneMatch(Verdict::granted);
        assertThat(rules.needed(disabled)).isEqualTo(Licences.NONE);
    }

    @Test
    void enterprise_voice_needs_plus_and_no_enterprise() {
        EffectiveState phone = new EffectiveState(
                situation(STANDARD_ONLY).conferencing(), Policies.voice(), Account.PLAIN.withEnterpriseVoice(true));

        assertThat(rules.needed(phone)).isEqualTo(held(PLUS));
        assertThat(rules.needed(new EffectiveState(situation().conferencing(), Policies.voice(), phone.account())))
                .isEqualTo(held(ENTERPRISE, PLUS));
    }

    @Test
    void remote_call_control_needs_plus_too() {
        EffectiveState desk = new EffectiveState(
                situation(STANDARD_ONLY).conferencing(), Policies.voice(), new Account(true, false, true, false));

        assertThat(rules.needed(desk)).isEqualTo(held(PLUS));
    }

    @Test
    void a_verdict_shows_every_gate_with_value_and_where_it_comes_from() {
        Verdict verdict = rules.verdict(entitlement(rules, "video.two-party"), situation("EnableP2PVideo=False"));

        assertThat(verdict.granted()).isFalse();
        assertThat(verdict.right()).isEqualTo("video.two-party");
        assertThat(verdict.gates())
                .extracting(g -> g.condition().setting().name() + "=" + g.value() + " " + g.identity() + " " + g.open())
                .containsExactly("EnableP2PVideo=False Tag:P false", "AudioVideoDisabled=False Account true");
    }

    @Test
    void voice_rights_look_at_the_voice_policy() {
        EffectiveState phone = new EffectiveState(
                situation().conferencing(),
                policy(PolicyType.VOICE, "V", "AllowCallForwarding=False"),
                Account.PLAIN.withEnterpriseVoice(true));

        assertThat(rules.verdict(entitlement(rules, "voice.forwarding"), phone).granted())
                .isFalse();
        assertThat(rules.verdict(entitlement(rules, "voice.transfer"), phone).granted())
                .isTrue();
        assertThat(rules.verdict(entitlement(rules, "voice.park"), phone).granted())
                .isFalse();
    }

    @Test
    void rights_and_readings_are_found_by_name() {
        assertThat(rules.entitlement("meeting.gallery")).isEmpty();
        assertThat(rules.reading("second-endpoint").orElseThrow()).hasToString("second-endpoint: replaces");
        assertThat(rules.reading("the-weather")).isEmpty();
        assertThat(rules.version()).isEqualTo(ProductVersion.LYNC_2010);
        assertThat(rules.profile().name()).isEqualTo("default");
        assertThat(rules.verdicts(situation())).hasSameSizeAs(rules.entitlements());
    }

    private static Entitlement entitlement(Licensing of, String right) {
        return of.entitlement(right).orElseThrow();
    }

    private static List<String> ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::right).toList();
    }
}
