package io.calque.lync.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.lync.cmdlet.UserCmdlets;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.lync.result.ObservedObjects;
import io.calque.policy.Identity;
import io.calque.remoting.lab.Json;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.lab.ScriptLab;
import io.calque.remoting.session.Session;
import io.calque.server.Extent;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
@Tag("lab")
class LiveLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Lab lab;

    @BeforeEach
    void startFromANewPool() {
        lab = Lab.in(folder, 60);
    }

    @Test
    void one_pipeline_grants_to_many_and_everybody_has_a_fate_of_their_own() {
        List<UserIdentity> users = Stream.concat(
                        users(40).stream(), Stream.of(new UserIdentity("sip:nobody@contoso.com")))
                .toList();
        lab.faults(
                "{\"rules\":[{\"where\":\"cmdlet\",\"cmdlet\":\"Grant-*\",\"subject\":\"*bob*\",\"do\":\"error\",\"message\":\"busy\"}]}");

        Map<UserIdentity, Fate> fates;
        try (Session session = Session.open(lab.stdio("-Language", "No"), PATIENCE)) {
            fates = ManyUsers.write(session, UserCmdlets.grantFed(PolicyType.CONFERENCING, "Sales"), users, PATIENCE);
        }

        assertThat(fates.keySet()).containsExactlyElementsOf(users);
        assertThat(fates.get(new UserIdentity("sip:nobody@contoso.com")))
                .isInstanceOfSatisfying(
                        Fate.Refused.class,
                        refused -> assertThat(refused.finding().code()).isEqualTo(Code.UNKNOWN_ACCOUNT));
        assertThat(fates.get(new UserIdentity("sip:bob@contoso.com"))).isInstanceOf(Fate.Refused.class);
        assertThat(fates.values().stream().filter(fate -> fate instanceof Fate.Done))
                .hasSize(users.size() - 2);
        Json after = ScriptLab.orSkip(folder).dump("state.json");
        assertThat(after.at("users")
                        .find("SipAddress", "sip:ann@contoso.com")
                        .at("ConferencingPolicy")
                        .text())
                .isEqualTo("Sales");
    }

    @Test
    void an_error_that_ends_the_pipeline_leaves_those_behind_it_untried() {
        List<UserIdentity> users = users(10);
        lab.faults(
                "{\"rules\":[{\"where\":\"cmdlet\",\"cmdlet\":\"Grant-*\",\"nth\":4,\"do\":\"terminate\",\"message\":\"enough\"}]}");

        Map<UserIdentity, Fate> fates;
        try (Session session = Session.open(lab.stdio(), PATIENCE)) {
            fates = ManyUsers.write(session, UserCmdlets.grantFed(PolicyType.CONFERENCING, "Sales"), users, PATIENCE);
        }

        List<Fate> inOrder = List.copyOf(fates.values());
        assertThat(inOrder.subList(0, 3)).allMatch(fate -> fate instanceof Fate.Done);
        assertThat(inOrder.subList(3, 10)).noneMatch(fate -> fate instanceof Fate.Done);
        assertThat(lab.log().stream().filter(line -> line.contains("\"changes\"")))
                .hasSize(3);
    }

    @Test
    void when_the_server_dies_nobody_is_said_to_be_done_who_is_not_and_nothing_is_sent_twice() {
        List<UserIdentity> users = users(10);
        lab.faults("{\"rules\":[{\"where\":\"cmdlet\",\"cmdlet\":\"Grant-*\",\"nth\":4,\"do\":\"kill-after\"}]}");

        Map<UserIdentity, Fate> fates;
        try (Session session = Session.open(lab.stdio(), PATIENCE)) {
            fates = ManyUsers.write(session, UserCmdlets.grantFed(PolicyType.CONFERENCING, "Sales"), users, PATIENCE);
        }

        List<Fate> inOrder = List.copyOf(fates.values());
        assertThat(inOrder.subList(3, 10)).allMatch(fate -> fate instanceof Fate.Unknown);
        for (UserIdentity user : users) {
            assertThat(lab.log().stream().filter(l -> l.contains("\"changes\"") && l.contains(user.text())))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_policy_that_can_not_be_granted_is_refused_to_everybody() {
        List<UserIdentity> users = users(5);
        Map<UserIdentity, Fate> fates;
        try (Session session = Session.open(lab.stdio(), PATIENCE)) {
            fates = ManyUsers.write(session, UserCmdlets.grantFed(PolicyType.VOICE, "Global"), users, PATIENCE);
        }
        assertThat(fates.values())
                .hasSize(5)
                .allSatisfy(fate -> assertThat(fate)
                        .isInstanceOfSatisfying(
                                Fate.Refused.class,
                                refused -> assertThat(refused.finding().code()).isEqualTo(Code.NOT_A_USER_POLICY)));
    }

    @Test
    void the_state_read_live_is_the_state_of_the_pool() {
        ObservedObjects objects;
        try (Session session = Session.open(lab.stdio("-Language", "No"), PATIENCE)) {
            objects = new LiveState(session, Optional.empty(), PATIENCE).read(new Extent.Everything());
        }

        Observed observed = objects.observed(ProductVersion.LYNC_2013);
        Json told = ScriptLab.orSkip(folder).dump("state.json");
        assertThat(objects.others()).isZero();
        assertThat(objects.findings()).isEmpty();
        assertThat(observed.sites()).containsExactly("Dublin", "Redmond");
        assertThat(observed.policies().find(PolicyType.CONFERENCING, new Identity.Tag("No ‘video’ & more")))
                .isPresent();
        assertThat(observed.users()).hasSizeGreaterThan(40).allSatisfy(user -> {
            Json same = told.at("users").find("SipAddress", user.subject());
            assertThat(user.site()).isEqualTo(same.at("Site").text());
            assertThat(user.conferencing() == null ? "" : user.conferencing().name())
                    .isEqualTo(same.at("ConferencingPolicy").text());
        });
    }

    private List<UserIdentity> users(int most) {
        try (Session session = Session.open(lab.stdio(), PATIENCE)) {
            return new LiveState(session, Optional.empty(), PATIENCE)
                    .read(new Extent.Everything()).observed(ProductVersion.LYNC_2013).users().stream()
                            .filter(user -> user.conferencing() == null)
                            .map(UserState::subject)
                            .map(UserIdentity::new)
                            .limit(most)
                            .toList();
        }
    }
}
