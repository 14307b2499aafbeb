package io.calque.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Limits;
import io.calque.directory.connect.Step;
import io.calque.directory.fake.FakeController;
import io.calque.directory.read.Scope;
import io.calque.people.RequiredFact;
import io.calque.security.tls.Trust;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a controller can do wrong, and what becomes of the reading then. */
class DirectoryFaultsTest {
    private static FakeController fake;

    @BeforeAll
    static void start() {
        fake = new FakeController(FakeDomain.entries());
    }

    @AfterAll
    static void stop() {
        fake.close();
    }

    @BeforeEach
    void reset() {
        fake.behaviour().reset();
    }

    @Tag("raises-CQ706")
    @Test
    void a_time_limit_is_a_fault_and_not_a_short_list() {
        fake.behaviour().timeLimitAfter = 1700;
        assertThatThrownBy(() -> FakeDomain.read(fake.settings(), FakeDomain.NOTHING, new Findings()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        f -> assertThat(FakeDomain.codes(f.findings())).containsExactly(Code.DIRECTORY_LIMIT));
    }

    @Test
    @Tag("raises-CQ710")
    void a_read_that_is_refused_is_a_fault_with_the_servers_words() {
        fake.behaviour().refuses = true;
        assertThatThrownBy(() -> FakeDomain.read(fake.settings(), FakeDomain.NOTHING, new Findings()))
                .hasMessageContaining("refuses to show")
                .isInstanceOfSatisfying(
                        Fault.class,
                        f -> assertThat(FakeDomain.codes(f.findings())).containsExactly(Code.DIRECTORY_REFUSED));
    }

    @Test
    void a_wrong_password_is_tried_once() {
        ConnectionSettings wrong = fake.settings("wrong");
        ConnectionSettings twice = new ConnectionSettings(
                List.of(fake.address(), new Address("localhost", fake.address().port())),
                wrong.encryption(),
                wrong.trust(),
                wrong.login());
        assertThatThrownBy(() -> FakeDomain.read(twice, FakeDomain.NOTHING, new Findings()))
                .hasMessageContaining("wrong name or password")
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(f.findings()).hasSize(1));
    }

    @Test
    void a_controller_lost_half_way_is_replaced_by_the_next_from_the_start() {
        try (FakeController second = new FakeController(FakeDomain.entries())) {
            fake.behaviour().dropAfter = 1500;
            ConnectionSettings both = both(second, fake.settings());
            Findings findings = new Findings();
            assertThat(FakeDomain.read(both, FakeDomain.NOTHING, findings)).hasSize(FakeDomain.PEOPLE * 9 / 10);
            assertThat(FakeDomain.codes(findings.sorted())).containsExactly(Code.CONTROLLER_SKIPPED);
        }
    }

    /** The fake and another controller, in this order, with the login of some settings. */
    private static ConnectionSettings both(FakeController second, ConnectionSettings login) {
        return new ConnectionSettings(
                List.of(fake.address(), second.address()),
                Encryption.LDAPS,
                new Trust.Pinned(List.of(fake.pin(), second.pin())),
                login.login());
    }

    /** The same settings, with a silence of at most a second. */
    private static ConnectionSettings impatient(ConnectionSettings settings) {
        Duration long30 = Duration.ofSeconds(30);
        return new ConnectionSettings(
                settings.servers(),
                settings.encryption(),
                settings.trust(),
                settings.login(),
                new Limits(long30, long30, long30, long30, Duration.ofSeconds(1)));
    }

    @Test
    void a_controller_that_falls_silent_half_way_is_replaced_by_the_next_from_the_start() {
        try (FakeController second = new FakeController(FakeDomain.entries())) {
            fake.behaviour().stallAfter = 1500;
            Findings findings = new Findings();
            assertThat(FakeDomain.read(impatient(both(second, fake.settings())), FakeDomain.NOTHING, findings))
                    .hasSize(FakeDomain.PEOPLE * 9 / 10);
            assertThat(FakeDomain.codes(findings.sorted())).containsExactly(Code.CONTROLLER_SKIPPED);
        }
    }

    @Test
    void pages_without_end_end_the_reading() {
        ConnectionSettings alone = impatient(fake.settings());
        fake.behaviour().repeatsPages = true;
        assertThatThrownBy(() -> FakeDomain.read(alone, FakeDomain.NOTHING, new Findings()))
                .hasMessageContaining("it sends the same page again")
                .isInstanceOfSatisfying(
                        Fault.class,
                        f -> assertThat(FakeDomain.codes(f.findings())).containsExactly(Code.CONTROLLER_LOST));
        fake.behaviour().repeatsPages = false;
        fake.behaviour().emptyPages = true;
        assertThatThrownBy(() -> FakeDomain.read(alone, FakeDomain.NOTHING, new Findings()))
                .hasMessageContaining("it sends empty pages without end")
                .isInstanceOfSatisfying(
                        Fault.class,
                        f -> assertThat(FakeDomain.codes(f.findings())).containsExactly(Code.CONTROLLER_LOST));
    }

    @Test
    void a_busy_controller_is_replaced_by_the_next() {
        try (FakeController second = new FakeController(FakeDomain.entries())) {
            fake.behaviour().busy = true;
            ConnectionSettings both = both(second, fake.settings());
            Findings findings = new Findings();
            assertThat(FakeDomain.read(both, FakeDomain.NOTHING, findings)).hasSize(FakeDomain.PEOPLE * 9 / 10);
            assertThat(FakeDomain.codes(findings.sorted())).containsExactly(Code.CONTROLLER_SKIPPED);
        }
    }

    @Test
    void a_lone_controller_lost_half_way_is_a_fault() {
        fake.behaviour().dropAfter = 1500;
        assertThatThrownBy(() -> FakeDomain.read(fake.settings(), FakeDomain.NOTHING, new Findings()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        f -> assertThat(FakeDomain.codes(f.findings())).containsExactly(Code.CONTROLLER_LOST));
    }

    @Test
    void a_connection_test_tells_the_step_that_fails_and_tries_no_further() {
        DirectorySettings settings = new DirectorySettings(fake.settings("wrong"), Scope.ALL, null, Tracking.AUTO);
        List<StepResult> results = new ConnectionTest(settings, List.of()).run(fake.address());
        assertThat(results).extracting(StepResult::step).containsExactly(Step.values());
        assertThat(results.get(3))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> assertThat(FakeDomain.codes(failed.findings()))
                                .containsExactly(Code.DIRECTORY_LOGIN_REFUSED));
        assertThat(results.subList(4, 7)).allMatch(StepResult.NotTried.class::isInstance);
    }

    @Test
    void a_refused_login_is_not_tried_at_the_next_controller() {
        try (FakeController second = new FakeController(FakeDomain.entries())) {
            ConnectionSettings both = both(second, fake.settings("wrong"));
            fake.behaviour().logins.set(0);
            ConnectionTest test =
                    new ConnectionTest(new DirectorySettings(both, Scope.ALL, null, Tracking.AUTO), List.of());
            test.run(fake.address());
            List<StepResult> results = test.run(second.address());
            assertThat(results.subList(0, 3)).allMatch(StepResult.Passed.class::isInstance);
            assertThat(results.subList(3, 7)).allMatch(StepResult.NotTried.class::isInstance);
            assertThatThrownBy(() -> FakeDomain.read(both, FakeDomain.NOTHING, new Findings()))
                    .isInstanceOf(Fault.class);
            assertThat(fake.behaviour().logins).hasValue(2);
            assertThat(second.behaviour().logins).hasValue(0);
        }
    }

    @Test
    void a_connection_test_passes_every_step_of_a_sound_directory() {
        DirectorySettings settings = new DirectorySettings(fake.settings(), Scope.ALL, null, Tracking.AUTO);
        List<StepResult> results =
                new ConnectionTest(settings, FakeDomain.LARGE.all(RequiredFact.Kind.GROUP)).run(fake.address());
        assertThat(results).allMatch(StepResult.Passed.class::isInstance);
        assertThat(results.getLast())
                .isEqualTo(new StepResult.Passed(
                        Step.GROUP,
                        "CN=Large," + FakeDomain.BASE + ": " + FakeDomain.PEOPLE
                                + " direct members, 0 groups nested in it"));
    }
}
