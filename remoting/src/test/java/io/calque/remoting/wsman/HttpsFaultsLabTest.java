package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Redirects;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Outcome.Unknown.Shell;
import io.calque.remoting.session.SessionFailed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lab that misbehaves over HTTPS; its call log is the judge of what was done, and how often. */
@Tag("integration")
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsFaultsLabTest {
    private static final String POLICY = "Tag:Sales";

    private HttpsLab lab;

    @BeforeAll
    void start(@TempDir Path folder) {
        lab = HttpsLab.serve(Lab.in(folder, 40), folder, "-Auth", "negotiate,ntlm,basic");
    }

    @AfterAll
    void stop() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void heal() {
        lab.faults();
    }

    private long grants(String person) {
        return lab.calls("Grant-CsConferencingPolicy", person);
    }

    /** A Grant is one Command and no Send, so the fault hits the write itself. */
    @ParameterizedTest
    @CsvSource({
        "drop-before, CONTOSO\\ann, 0",
        "drop-after, CONTOSO\\ben, 1",
        "truncate, CONTOSO\\cas, 1",
        "garbage, CONTOSO\\dan, 1",
        "gzip, CONTOSO\\eva, 1"
    })
    void a_command_whose_answer_is_lost_has_an_unknown_outcome_and_never_runs_twice(
            String fault, String person, int most) {
        try (var session = LabClient.to(lab).open()) {
            lab.faults("{\"where\":\"http\",\"action\":\"Command\",\"do\":\"" + fault + "\",\"times\":1}");
            var outcome = session.run(LabClient.granting(person.replace("CONTOSO\\", "sip:") + "@contoso.com", POLICY));
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(session.isUsable()).isFalse();
        }
        assertThat(grants(person.replace("CONTOSO\\", "sip:"))).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-before", "cut-after"})
    void a_connection_cut_around_the_write_itself_leaves_the_outcome_unknown_and_one_write_at_most(String cut) {
        var person = cut.equals("cut-before") ? "sip:flo@contoso.com" : "sip:gil@contoso.com";
        lab.faults("{\"where\":\"cmdlet\",\"cmdlet\":\"Grant-*\",\"do\":\"" + cut + "\",\"times\":1}");
        var outcome = LabClient.to(lab).grant(person, POLICY);
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(grants(person)).isLessThanOrEqualTo(1);
    }

    /** Nobody can tell a refusal before the effect from one after it. */
    @ParameterizedTest
    @CsvSource({
        "'\"do\":\"status\",\"status\":503', sip:hal@contoso.com, 0",
        "'\"do\":\"status\",\"status\":503,\"after\":true', sip:ida@contoso.com, 1",
        "'\"do\":\"status\",\"status\":404,\"after\":true', sip:jim@contoso.com, 1",
        "'\"do\":\"fault\",\"code\":2150858770,\"after\":true', sip:kai@contoso.com, 1"
    })
    void a_command_that_was_refused_may_have_run(String fault, String person, int most) {
        try (var session = LabClient.to(lab).open()) {
            lab.faults("{\"where\":\"http\",\"action\":\"Command\",\"times\":1," + fault + "}");
            assertThat(session.run(LabClient.granting(person, POLICY))).isInstanceOf(Outcome.Unknown.class);
        }
        assertThat(grants(person)).isLessThanOrEqualTo(most);
    }

    @Test
    void a_refused_poll_of_a_shell_that_is_gone_does_not_make_it_alive() {
        try (var session = LabClient.to(lab).open()) {
            lab.faults("{\"where\":\"http\",\"action\":\"Receive\",\"do\":\"status\",\"status\":404}");
            assertThat(session.run(LabClient.users()))
                    .isInstanceOfSatisfying(
                            Outcome.Unknown.class, u -> assertThat(u.shell()).isNotEqualTo(Shell.ALIVE));
        }
    }

    @Test
    void a_login_asked_for_again_in_the_middle_is_given_and_the_write_happens_once() {
        try (var session = LabClient.to(lab).open()) {
            lab.faults("{\"where\":\"http\",\"action\":\"Command\",\"do\":\"auth-again\",\"times\":1}");
            assertThat(session.run(LabClient.granting("sip:ann@contoso.com", POLICY)))
                    .isInstanceOf(Outcome.Done.class);
            lab.faults("{\"where\":\"http\",\"action\":\"Receive\",\"do\":\"auth-again\",\"every\":2}");
            assertThat(session.run(LabClient.users()))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            d -> assertThat(d.results().output()).isNotEmpty());
        }
    }

    @Test
    void polls_that_time_out_change_nothing() {
        lab.faults("{\"where\":\"http\",\"action\":\"Receive\",\"do\":\"fault\",\"code\":2150858793,\"every\":2}");
        try (var session = LabClient.to(lab).open()) {
            assertThat(session.run(LabClient.users()))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            d -> assertThat(d.results().output()).hasSizeGreaterThan(20));
        }
    }

    @Test
    void chunked_answers_are_read() {
        lab.faults("{\"where\":\"http\",\"action\":\"*\",\"do\":\"chunked\"}");
        try (var session = LabClient.to(lab).open()) {
            assertThat(session.run(LabClient.users()))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            d -> assertThat(d.results().output()).hasSizeGreaterThan(20));
        }
    }

    @Test
    void a_shell_that_is_gone_is_told_apart_from_a_slow_one() {
        try (var session = LabClient.to(lab).open()) {
            lab.faults("{\"where\":\"http\",\"action\":\"Receive\",\"do\":\"shell-gone\",\"times\":1}");
            assertThat(session.run(LabClient.users()))
                    .isInstanceOfSatisfying(
                            Outcome.Unknown.class, u -> assertThat(u.shell()).isEqualTo(Shell.GONE));
        }
        try (var session = LabClient.to(lab).open()) {
            lab.faults("{\"where\":\"cmdlet\",\"cmdlet\":\"Get-CsUser\",\"do\":\"delay\",\"ms\":7000,\"times\":1}");
            assertThat(session.run(LabClient.users(Parameter.of("Identity", "sip:ann@contoso.com"))))
                    .as("slower than a poll")
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void a_drip_does_not_hold_the_client_for_longer_than_an_exchange_may_take() {
        var limits = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(6), 65_536, 16 << 20);
        try (var session = LabClient.to(lab).within(limits).open()) {
            lab.faults("{\"where\":\"http\",\"action\":\"Receive\",\"do\":\"slow\",\"bytesPerSecond\":20}");
            assertThat(session.run(LabClient.users())).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void opening_fails_with_a_reason_when_the_server_is_away_or_sends_us_elsewhere() {
        lab.faults("{\"where\":\"http\",\"action\":\"Create\",\"do\":\"status\",\"status\":503}");
        assertFails("503");
        lab.faults("{\"where\":\"http\",\"action\":\"Create\",\"do\":\"redirect\"}");
        assertFails("redirect");
        assertThatThrownBy(() -> LabClient.to(lab)
                        .with(WsManSettings.DEFAULT.withRedirects(Redirects.SAME_SUFFIX))
                        .open())
                .as("the lab redirects to itself for ever, or elsewhere")
                .isInstanceOf(SessionFailed.class);
        lab.faults("{\"where\":\"http\",\"action\":\"Create\",\"do\":\"fault\",\"code\":2150858811}");
        assertFails("");
    }

    private void assertFails(String words) {
        assertThatThrownBy(() -> LabClient.to(lab).open())
                .isInstanceOfSatisfying(
                        SessionFailed.class,
                        e -> assertThat(e.transport()).containsInstanceOf(TransportException.Refused.class))
                .hasMessageContaining(words);
    }
}
