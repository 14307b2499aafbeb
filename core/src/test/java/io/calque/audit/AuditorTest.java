package io.calque.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.World;
import io.calque.assign.Persona;
import io.calque.assign.Rule;
import io.calque.assign.When;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Place;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.people.Person;
import io.calque.policy.Account;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditorTest {
    private static final Place PLACE = new Place("assignments.yaml", 1, 1);
    private static final Identity.Tag QUIET = new Identity.Tag("Quiet");
    private static final Policy NO_CONFERENCES = new Policy(
            PolicyType.CONFERENCING,
            QUIET,
            Map.of(
                    "AllowIPAudio", new Value.Flag(false),
                    "AllowIPVideo", new Value.Flag(false),
                    "EnableDialInConferencing", new Value.Flag(false),
                    "AllowAnonymousParticipantsInMeetings", new Value.Flag(false),
                    "EnableAppDesktopSharing", new Value.Text("None"),
                    "AllowAnnotations", new Value.Flag(false),
                    "AllowPolls", new Value.Flag(false),
                    "AllowUserToScheduleMeetingsWithAppSharing", new Value.Flag(false)));
    private static final UserState ANN = World.user("ann");
    private static final UserState BOB = World.user("bob").withGrant(PolicyType.CONFERENCING, QUIET);
    private static final UserState OFF = World.user("off").withAccount(new Account(false, false, false, false));
    private static final UserState PHONE = World.user("phone")
            .withGrant(PolicyType.CONFERENCING, QUIET)
            .withAccount(Account.PLAIN.withEnterpriseVoice(true));

    @Test
    void whoever_is_given_too_much_is_named_with_the_setting_that_gives_it_and_the_licence_that_it_needs() {
        Position position = audit(standard(), List.of(ANN), List.of(person(ANN)));

        Imbalance ann = position.excess().getFirst();
        assertThat(ann.subject()).isEqualTo("sip:ann@contoso.com");
        assertThat(ann.held()).isEqualTo(Licences.of(Licence.STANDARD));
        assertThat(ann.needed()).isEqualTo(Licences.of(Licence.STANDARD, Licence.ENTERPRISE));
        assertThat(ann.grounds())
                .filteredOn(ground -> ground.right().equals("meeting.organise.audio"))
                .singleElement()
                .satisfies(ground -> {
                    assertThat(ground.words()).isEqualTo("AllowIPAudio is True in Global");
                    assertThat(ground.needs().missing(ann.held())).isEqualTo(Licences.of(Licence.ENTERPRISE));
                });
        assertThat(ann.grounds()).allSatisfy(ground -> {
            assertThat(ground.setting()).isNotEmpty();
            assertThat(ground.value()).isNotEmpty();
            assertThat(ground.needs().metBy(ann.held())).isFalse();
        });
    }

    @Test
    void a_flag_of_the_account_is_told_as_such() {
        Position position = audit(standard(), List.of(PHONE), List.of(person(PHONE)));

        assertThat(position.excess().getFirst().grounds())
                .extracting(Ground::words)
                .containsOnly("EnterpriseVoiceEnabled is True in Account");
        assertThat(seat(position, Licence.PLUS).needed()).isOne();
    }

    @Test
    void people_homed_online_need_and_hold_no_licence_here() {
        UserState moved = World.user("moved").withAccount(Account.PLAIN.withHome(Home.ONLINE));

        Position position = audit(standard(), List.of(ANN, moved), List.of(person(ANN), person(moved)));

        assertThat(position.online()).isOne();
        assertThat(seat(position, Licence.STANDARD)).satisfies(seat -> {
            assertThat(seat.needed()).isOne();
            assertThat(seat.held()).isOne();
        });
        assertThat(position.excess()).extracting(Imbalance::subject).containsExactly("sip:ann@contoso.com");
        assertThat(position.missing()).isEmpty();
    }

    @Test
    void the_source_of_people_may_know_a_home_that_the_server_does_not() {
        Person online = new Person(
                ANN.ids(),
                null,
                Set.of(),
                name -> name.equals("msRTCSIP-DeploymentLocator") ? List.of("sipfed.online.lync.com") : List.of(),
                true,
                null);

        Position position = audit(standard(), List.of(ANN), List.of(online));

        assertThat(position.online()).isOne();
        assertThat(seat(position, Licence.STANDARD).needed()).isZero();
    }

    @Test
    void whoever_is_given_what_is_held_is_in_no_list() {
        Position position = audit(standard(), List.of(BOB), List.of(person(BOB)));

        assertThat(position.excess()).isEmpty();
        assertThat(position.missing()).isEmpty();
        assertThat(seat(position, Licence.STANDARD))
                .isEqualTo(new SeatPosition(Optional.empty(), 1, 1, Optional.empty()));
        assertThat(seat(position, Licence.ENTERPRISE).needed()).isZero();
    }

    @Test
    void a_licence_whose_rights_are_denied_is_missing_with_the_setting_that_denies_them() {
        Position position =
                audit(Licences.of(Licence.STANDARD, Licence.ENTERPRISE), List.of(BOB), List.of(person(BOB)));

        assertThat(position.excess()).isEmpty();
        assertThat(position.missing().getFirst().grounds())
                .extracting(Ground::words)
                .contains("AllowIPAudio is False in Tag:Quiet");
        assertThat(seat(position, Licence.ENTERPRISE).held()).isOne();
        assertThat(seat(position, Licence.ENTERPRISE).needed()).isZero();
    }

    @Test
    void an_account_that_is_off_needs_no_licence_and_its_person_is_told_to_hold_one_for_nothing() {
        Position position = audit(standard(), List.of(OFF), List.of(person(OFF)));

        assertThat(position.seats().values())
                .allSatisfy(seat -> assertThat(seat.needed()).isZero());
        assertThat(position.missing().getFirst().grounds())
                .isNotEmpty()
                .allSatisfy(ground -> assertThat(ground.words()).isEqualTo("Enabled is False in Account"));
    }

    @Test
    void a_user_whom_no_person_is_holds_nothing_and_one_whom_two_users_may_be_counts_for_none() {
        Position position = audit(standard(), List.of(ANN, ANN), List.of(person(ANN)));

        assertThat(position.users()).isEqualTo(2);
        assertThat(position.excess())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.held()).isEqualTo(Licences.NONE));
    }

    private static SeatPosition seat(Position position, Licence licence) {
        return Optional.ofNullable(position.seats().get(licence)).orElseThrow();
    }

    private static Licences standard() {
        return Licences.of(Licence.STANDARD);
    }

    private static Person person(UserState user) {
        return new Person(user.ids(), null, Set.of(), _ -> List.of(), true, PLACE);
    }

    private static Position audit(Licences held, List<UserState> users, List<Person> people) {
        Persona persona = new Persona(
                "all", held, Map.of(PolicyType.CONFERENCING, new Wish(QUIET)), Optional.empty(), null, PLACE);
        Workspace workspace = World.workspace(
                List.of(World.declared(NO_CONFERENCES)),
                Map.of("all", persona),
                List.of(new Rule("all", new When.Everyone(), persona, PLACE)));
        Observed observed = new Observed(
                ProductVersion.LYNC_2010, List.of("Redmond"), PolicySet.of(List.of(NO_CONFERENCES)), users);
        Auditor auditor = new Auditor(workspace, observed, LocalDate.of(2026, 11, 24));
        people.forEach(auditor::accept);
        return auditor.finish();
    }
}
