package io.calque.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.World;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.journal.Outcome;
import io.calque.people.Identifiers;
import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.server.Extent;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pool refuses what the product refuses, in its words. */
class SimulatedPoolTest {
    private static final PolicyType CONFERENCING = PolicyType.CONFERENCING;
    private static final Policy SALES =
            new Policy(CONFERENCING, Identity.of("Sales"), Map.of("MaxMeetingSize", new Value.Int(50)));
    private static final UserState ANN = World.user("ann").withLine("tel:+4930111");
    private static final UserState BOB = World.user("bob");
    private static final UserState OFF = World.user("off").withAccount(new Account(false, false, false, false));
    private static final UserState NEVER = new UserState(
            new Identifiers("CONTOSO", "never", "never@contoso.com", null, null, null),
            null,
            new Account(false, false, false, false),
            null,
            null,
            null);
    private static final UserState RCC = World.user("rcc").withAccount(new Account(true, false, true, false));
    private static final UserState MUTE = World.user("mute").withAccount(new Account(true, false, false, true));

    private final SimulatedPool pool = new SimulatedPool(
            new Observed(
                    ProductVersion.LYNC_2010,
                    List.of("Redmond"),
                    PolicySet.of(List.of(SALES)),
                    List.of(ANN, BOB, OFF, NEVER, RCC, MUTE)),
            Faults.NONE,
            SimulatedPool.Surroundings.NONE);

    @Test
    void creating_what_exists_fails() {
        assertThat(refusal(new Step.CreatePolicy(SALES, "")))
                .isEqualTo("\"Tag:Sales\" already exists. Use the Set cmdlet to change it.");
        assertThat(refusal(new Step.CreatePolicy(Policy.allDefaults(CONFERENCING, Identity.global()), "")))
                .contains("already exists");
    }

    @Test
    void a_new_policy_has_the_products_defaults_not_those_of_global() {
        done(new Step.SetPolicy(
                CONFERENCING, Identity.global(), Map.of(), Map.of("AllowIPAudio", new Value.Flag(false)), ""));
        done(new Step.CreatePolicy(Policy.allDefaults(CONFERENCING, Identity.of("New")), ""));

        assertThat(pool.state()
                        .policies()
                        .find(CONFERENCING, Identity.of("tag:new"))
                        .orElseThrow()
                        .settings())
                .isEmpty();
    }

    @Test
    void a_policy_of_a_site_that_is_not_there_fails() {
        assertThat(refusal(new Step.CreatePolicy(Policy.allDefaults(CONFERENCING, Identity.of("site:Nowhere")), "")))
                .isEqualTo("Cannot find site \"Nowhere\".");
    }

    @Test
    void a_setting_that_the_version_lacks_is_no_parameter() {
        assertThat(refusal(new Step.SetPolicy(
                        CONFERENCING,
                        Identity.of("Sales"),
                        Map.of(),
                        Map.of("AllowOfficeContent", new Value.Flag(true)),
                        "")))
                .isEqualTo("A parameter cannot be found that matches parameter name 'AllowOfficeContent'.");
    }

    @Test
    void changing_or_removing_what_is_not_there_fails() {
        assertThat(refusal(new Step.SetPolicy(CONFERENCING, Identity.of("Nope"), Map.of(), Map.of(), "")))
                .startsWith("Cannot find \"Tag:Nope\" because it does not exist.");
        assertThat(refusal(new Step.RemovePolicy(Policy.allDefaults(CONFERENCING, Identity.of("Nope")), "")))
                .startsWith("Cannot find");
    }

    @Test
    void removing_global_resets_it() {
        Identity global = Identity.global();
        done(new Step.SetPolicy(CONFERENCING, global, Map.of(), Map.of("AllowIPAudio", new Value.Flag(false)), ""));
        done(new Step.RemovePolicy(Policy.allDefaults(CONFERENCING, global), ""));

        assertThat(pool.state().policies().global(CONFERENCING).settings()).isEmpty();
    }

    @Test
    void removing_a_policy_that_somebody_has_fails() {
        done(new Step.Grant(BOB.subject(), CONFERENCING, null, new Identity.Tag("Sales"), ""));

        assertThat(refusal(new Step.RemovePolicy(SALES, ""))).contains("still granted");
    }

    @Test
    void only_user_policies_that_exist_can_be_granted() {
        for (String name : List.of("Global", "Site:Redmond", "Nope")) {
            assertThat(refusal(new Step.Grant(BOB.subject(), CONFERENCING, null, new Identity.Tag(name), "")))
                    .isEqualTo("Policy \"" + name
                            + "\" is not a user policy. You can assign only a user policy to a specific user.");
        }
    }

    @Test
    void a_grant_is_found_without_tag_and_in_any_case_and_null_takes_it_away() {
        done(new Step.Grant(BOB.subject(), CONFERENCING, null, new Identity.Tag("SALES"), ""));
        assertThat(user(BOB).conferencing()).isEqualTo(new Identity.Tag("Sales"));

        done(new Step.Revoke(BOB.subject(), CONFERENCING, new Identity.Tag("Sales"), ""));
        assertThat(user(BOB).conferencing()).isNull();
    }

    @Test
    void an_unknown_user_is_told_in_the_products_words() {
        assertThat(refusal(new Step.EnableVoice("sip:nobody@contoso.com", "")))
                .isEqualTo("Management object not found for identity \"sip:nobody@contoso.com\".");
    }

    @Test
    void an_account_that_never_was_enabled_is_not_found_and_one_that_was_switched_off_is() {
        assertThat(refusal(new Step.EnableVoice(NEVER.subject(), "")))
                .isEqualTo("Management object not found for identity \"never@contoso.com\".");
        done(new Step.EnableVoice(OFF.subject(), ""));
        done(new Step.Grant(OFF.subject(), CONFERENCING, null, new Identity.Tag("Sales"), ""));
    }

    @Test
    void voice_needs_an_account_without_remote_call_control_and_with_audio() {
        assertThat(refusal(new Step.EnableVoice(RCC.subject(), "")))
                .isEqualTo("A user cannot be enabled for both Enterprise Voice and remote call control.");
        assertThat(refusal(new Step.EnableVoice(MUTE.subject(), ""))).startsWith("Audio/video cannot be disabled");
        done(new Step.EnableVoice(ANN.subject(), ""));
        assertThat(user(ANN).account().enterpriseVoice()).isTrue();
    }

    @Test
    void a_number_that_somebody_has_is_refused_in_the_products_words_whatever_its_case() {
        assertThat(refusal(new Step.SetLine(BOB.subject(), null, "TEL:+4930111", "")))
                .isEqualTo("Filter failed to return unique result, \"[SipAddress : sip:bob@contoso.com]"
                        + " [LineURI : TEL:+4930111] [PrivateLine : ]\"");
        done(new Step.SetLine(BOB.subject(), null, "tel:+4930111;ext=5", ""));
        done(new Step.SetLine(ANN.subject(), "tel:+4930111", null, ""));
        done(new Step.SetLine(BOB.subject(), "tel:+4930111;ext=5", "tel:+4930111", ""));
    }

    @Test
    void numbers_need_their_form_and_an_account_that_can_ring() {
        assertThat(refusal(new Step.SetLine(BOB.subject(), null, "hello", ""))).contains("not a valid LineURI");
        assertThat(refusal(new Step.SetLine(MUTE.subject(), null, "tel:+1", "")))
                .contains("audio/video is disabled");
        assertThat(refusal(new Step.SetLine(RCC.subject(), "tel:+1", null, ""))).contains("LineServerUri");
    }

    @Test
    @Tag("raises-CQ607")
    @Tag("spares-CQ607")
    void a_pool_that_lost_its_connection_can_not_be_asked_any_more() {
        SimulatedPool losing = new SimulatedPool(
                pool.state(),
                new Faults(
                        OptionalLong.empty(),
                        Set.of(),
                        Duration.ZERO,
                        Optional.of(new Faults.Moment(1, false)),
                        Optional.empty()),
                SimulatedPool.Surroundings.NONE);
        assertThat(losing.read(new Extent.Everything()).users()).hasSize(6);

        assertThat(losing.carryOut(List.of(
                        new NumberedStep(1, new Step.EnableVoice(ANN.subject(), "")),
                        new NumberedStep(2, new Step.EnableVoice(BOB.subject(), "")))))
                .as("of the first step nothing is known; the second was not even sent")
                .hasExactlyElementsOfTypes(Outcome.Unknown.class, Outcome.NotTried.class);
        assertThatThrownBy(() -> losing.read(new Extent.Everything()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.findings())
                                .extracting(Finding::code)
                                .containsExactly(Code.TARGET_LOST));
    }

    @Test
    void of_some_users_only_these_are_read_whatever_the_case_of_their_addresses() {
        Extent extent = Extent.of(List.of(
                new NumberedStep(1, new Step.EnableVoice(BOB.subject().toUpperCase(Locale.ROOT), "")),
                new NumberedStep(2, new Step.EnableVoice("sip:stranger@contoso.com", ""))));

        Observed read = pool.read(extent);

        assertThat(read.users()).extracting(UserState::subject).containsExactly(BOB.subject());
        assertThat(read.policies().find(CONFERENCING, SALES.identity())).isPresent();
    }

    @Test
    void it_says_that_it_is_simulated() {
        assertThat(pool.id()).isEqualTo("simulated");
    }

    private UserState user(UserState user) {
        return pool.state().users().stream()
                .filter(other -> other.subject().equals(user.subject()))
                .findFirst()
                .orElseThrow();
    }

    private String refusal(Step step) {
        Observed before = pool.state();
        Outcome outcome = pool.carryOut(List.of(new NumberedStep(1, step))).getFirst();
        assertThat(pool.state().users()).isEqualTo(before.users());
        return outcome instanceof Outcome.Refused(String reason) ? reason : outcome.toString();
    }

    private void done(Step step) {
        assertThat(pool.carryOut(List.of(new NumberedStep(1, step)))).containsExactly(new Outcome.Done());
    }
}
