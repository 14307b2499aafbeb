package io.calque.explain;

import static io.calque.policy.Policies.licensing;
import static io.calque.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import io.calque.state.UserState;
import io.calque.workspace.Seats;
import io.calque.workspace.Template;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final PolicyType TYPE = PolicyType.CONFERENCING;
    private static final Licensing RULES = licensing(ProductVersion.LYNC_2010);
    private static final Licences BOTH = Licences.of(Licence.STANDARD, Licence.ENTERPRISE);

    @Test
    void people_with_the_same_grants_and_licences_share_one_assessment() {
        Assessments population = new Assessments(RULES, workspace(Map.of()).policySet());

        Assessment ann = population.of(user("ENT_CAL_REC_AudioVideo").configuration(), BOTH);
        Assessment bob = population.of(user("Tag:ent_cal_rec_audiovideo").configuration(), BOTH);
        Assessment cas = population.of(user("ENT_CAL_REC_AudioVideo").configuration(), Licences.STANDARD);
        Assessment dan = population.of(user(null).configuration(), Licences.STANDARD);

        assertThat(ann).isSameAs(bob).isNotSameAs(cas);
        assertThat(population.combinations()).isEqualTo(3);
        assertThat(ann.given("meeting.record")).isPresent();
        assertThat(ann.excess()).isEmpty();
        assertThat(ann.needed()).isEqualTo(BOTH);
        assertThat(ids(cas.excess())).contains("meeting.record");
        assertThat(dan.given("meeting.record")).isEmpty();
        assertThat(ids(dan.withheld())).contains("recording.two-party");
    }

    @Test
    void a_comparison_names_the_rights_and_the_settings() {
        Policy audio = policy(TYPE, "Audio", "AllowIPVideo=False", "Description=a");
        Policy recording = policy(TYPE, "Rec", "AllowConferenceRecording=True", "Description=b");

        Comparison comparison = Comparison.of(RULES, Subject.of(audio), Subject.of(recording));

        assertThat(comparison.onlyHere()).isEmpty();
        assertThat(ids(comparison.onlyThere())).containsExactly("meeting.organise.video", "meeting.record");
        assertThat(comparison.settings())
                .extracting(d -> d.setting().name() + " " + d.here() + " " + d.there())
                .containsExactly("AllowIPVideo False True", "AllowConferenceRecording False True");
        assertThat(ids(Comparison.of(RULES, Subject.of(recording), Subject.of(audio))
                        .onlyHere()))
                .containsExactly("meeting.organise.video", "meeting.record");
    }

    @Test
    void voice_policies_are_compared_for_people_with_enterprise_voice() {
        Policy few = policy(PolicyType.VOICE, "Few", "AllowCallForwarding=False");
        Policy global = Policy.allDefaults(PolicyType.VOICE, Identity.global());

        assertThat(ids(Comparison.of(RULES, Subject.of(few), Subject.of(global)).onlyThere()))
                .containsExactly("voice.forwarding");
    }

    @Test
    void a_persona_is_compared_with_all_its_policies_and_its_voice() {
        Workspace workspace = workspace(Map.of("policies.yaml", """
                conferencing: {A: {settings: {AllowIPVideo: false}}}
                voice: {V: {settings: {AllowCallForwarding: false}}}
                """, "assignments.yaml", """
                personas:
                  desk: {licences: [standard, enterprise], conferencing: A}
                  phone: {licences: [standard, enterprise, plus], conferencing: A, voice: {enterprise: true, policy: V}}
                """, "tests.yaml", ""));
        Subject desk = Subject.of(Objects.requireNonNull(workspace.personas().get("desk")), workspace.policySet());
        Subject phone = Subject.of(Objects.requireNonNull(workspace.personas().get("phone")), workspace.policySet());

        Comparison comparison = Comparison.of(RULES, desk, phone);

        assertThat(desk.title()).isEqualTo("persona desk");
        assertThat(comparison.onlyHere()).isEmpty();
        assertThat(ids(comparison.onlyThere())).contains("voice.pstn").doesNotContain("voice.forwarding");
        assertThat(comparison.settings())
                .extracting(d -> d.setting().name() + " " + d.here() + " " + d.there())
                .containsExactly("AllowCallForwarding True False");
    }

    @Test
    void the_five_policies_of_the_article_are_the_smallest_set() {
        Simplification simplification = Minimiser.simplify(workspace(Map.of()), TYPE);

        assertThat(simplification.isEmpty()).isTrue();
        assertThat(simplification.equal()).isEmpty();
        assertThat(simplification.unused()).isEmpty();
        assertThat(simplification.keep()).hasSize(5);
        assertThat(simplification.subsumed())
                .extracting(s -> s.policy().print() + " by " + s.by().print())
                .contains("Tag:ENT_CAL_REC_Audio by Tag:ENT_CAL_REC_AudioVideo")
                .noneMatch(text -> text.startsWith("Tag:STD"));
    }

    @Test
    void equal_and_unused_policies_go_and_their_personas_move() {
        Workspace workspace = workspace(Map.of("policies.yaml", """
                conferencing:
                  A: {settings: {AllowIPVideo: false}}
                  B: {description: the same, settings: {AllowIPVideo: false}}
                  C: {settings: {MaxMeetingSize: 100}}
                  D: {settings: {AllowPolls: false}}
                """, "assignments.yaml", """
                personas:
                  one: {licences: [standard, enterprise], conferencing: A}
                  two: {licences: [standard, enterprise], conferencing: B}
                  three: {licences: [standard, enterprise], conferencing: B}
                  four: {licences: [standard, enterprise], conferencing: C}
                rules: [{name: all, when: everyone, persona: one}]
                """, "tests.yaml", ""));

        Simplification simplification = Minimiser.simplify(workspace, TYPE);

        assertThat(simplification.equal()).containsExactly(List.of(tag("A"), tag("B")));
        assertThat(simplification.unused()).containsExactly(tag("D"));
        assertThat(simplification.keep()).containsExactly(tag("B"));
        assertThat(simplification.moves())
                .containsExactly(Map.entry("four", Identity.global()), Map.entry("one", tag("B")));
        assertThat(simplification.drop()).containsExactly(tag("A"), tag("C"), tag("D"));

        Workspace simpler = SimplerWorkspace.of(workspace, TYPE, simplification);

        assertThat(simpler.policies()).extracting(p -> p.policy().identity()).containsExactly(tag("B"));
        assertThat(simpler.rules().getFirst().persona().wish(TYPE).orElseThrow().policy())
                .isEqualTo(tag("B"));
        assertThat(simpler.personas().get("four"))
                .satisfies(four ->
                        assertThat(four.wish(TYPE).orElseThrow().policy()).isNull());
        assertThat(Minimiser.simplify(simpler, TYPE).isEmpty()).isTrue();
    }

    @Test
    void must_record_and_must_dial_in_needs_enterprise_and_has_a_policy() {
        Workspace workspace = workspace(Map.of());
        Set<String> wishes = Wishes.rights(List.of("record", "dial-in"), workspace.licensing());

        LeastLicence least = least(workspace, wishes, workspace.seats());

        assertThat(least.licences()).isEqualTo(BOTH);
        assertThat(least.existing())
                .satisfies(p -> assertThat(p.identity()).isEqualTo(tag("ENT_CAL_REC_AudioVideo_PSTN")));
        assertThat(least.composed()).isNull();
        assertThat(least.reasons()).containsEntry(Licence.ENTERPRISE, List.of("meeting.record", "meeting.dial-in"));
        assertThat(least.enterpriseVoice()).isFalse();
    }

    @Test
    void a_policy_is_composed_where_none_fits() {
        Workspace workspace = workspace(Map.of());

        LeastLicence least = LeastLicence.of(RULES, Set.of("im.group"), Seats.UNKNOWN, List.of());

        assertThat(least.licences()).isEqualTo(Licences.STANDARD);
        assertThat(least.existing()).isNull();
        assertThat(least.composed()).satisfies(p -> {
            assertThat(RULES.excess(Subject.situation(p), Licences.STANDARD)).isEmpty();
            assertThat(ids(Comparison.given(RULES, p).stream()
                            .filter(Verdict::granted)
                            .toList()))
                    .contains("im.group");
        });
        assertThat(least(workspace, Set.of("im.group"), Seats.UNKNOWN).existing())
                .isNotNull();
    }

    @Test
    void ad_hoc_audio_is_licensed_by_the_cheaper_of_two_sets() {
        Map<Licence, BigDecimal> plusCheaper =
                Map.of(Licence.ENTERPRISE, new BigDecimal("107.00"), Licence.PLUS, new BigDecimal("30"));
        Set<String> wish = Set.of("meeting.adhoc.audio");

        LeastLicence priced = LeastLicence.of(RULES, wish, new Seats(Map.of(), plusCheaper), List.of());
        LeastLicence unpriced = LeastLicence.of(RULES, wish, Seats.UNKNOWN, List.of());

        assertThat(priced.licences()).isEqualTo(Licences.of(Licence.STANDARD, Licence.PLUS));
        assertThat(priced.cost()).contains(new BigDecimal("30"));
        assertThat(unpriced.licences()).isEqualTo(BOTH);
        assertThat(unpriced.cost()).isEmpty();
    }

    @Test
    void a_telephone_needs_plus_and_enterprise_voice() {
        LeastLicence least = LeastLicence.of(RULES, Set.of("voice.pstn"), Seats.UNKNOWN, List.of());

        assertThat(least.licences()).isEqualTo(Licences.of(Licence.STANDARD, Licence.PLUS));
        assertThat(least.enterpriseVoice()).isTrue();
    }

    @Test
    void wishes_that_mean_nothing_are_all_told() {
        assertThatThrownBy(() -> Wishes.rights(List.of("recrod", "gallery", "video"), RULES))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.findings())
                                .extracting(f -> f.message() + " | " + f.help())
                                .hasSize(2)
                                .contains("'recrod' is not a right of Lync Server 2010 | Did you mean record?"));
    }

    private static LeastLicence least(Workspace workspace, Set<String> wishes, Seats seats) {
        return LeastLicence.of(
                workspace.licensing(),
                wishes,
                seats,
                workspace.policies().stream().map(p -> p.policy()).toList());
    }

    private static UserState user(@Nullable String policy) {
        Identifiers ids = new Identifiers("CONTOSO", "ann", null, "sip:ann@contoso.com", null, null);
        return new UserState(ids, null, Account.PLAIN, null, policy == null ? null : tag(policy), null);
    }

    private static Identity.Tag tag(String name) {
        return (Identity.Tag) Identity.of(name);
    }

    private static List<String> ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::right).toList();
    }

    private static Workspace workspace(Map<String, String> changed) {
        Map<String, String> files = new HashMap<>(Template.files(ProductVersion.LYNC_2010));
        files.putAll(changed);
        Findings findings = new Findings();
        Workspace workspace = WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name))
                                .map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        findings)
                .orElseThrow();
        assertThat(findings.sorted()).isEmpty();
        return workspace;
    }
}
