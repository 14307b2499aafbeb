package io.calque.remoting.outofproc;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known after something breaks; the lab's log of calls is the judge of whether anything came twice. */
@Tag("integration")
@Tag("lab")
class FailureLabTest {
    private static final Call GRANT = Call.of(Command.of(
            "Grant-CsConferencingPolicy",
            Parameter.of("Identity", "sip:ann@contoso.com"),
            Parameter.of("PolicyName", "Tag:Sales")));

    @TempDir
    Path folder;

    @Test
    void a_write_cut_off_before_or_after_its_effect_is_unknown_and_never_sent_twice() {
        for (String when : List.of("kill-before", "kill-after")) {
            Lab lab = Lab.in(folder, 5);
            lab.faults(
                    "{\"rules\":[{\"where\":\"cmdlet\",\"cmdlet\":\"Grant-*\",\"times\":1,\"do\":\"" + when + "\"}]}");
            try (Session session = Session.open(lab.stdio(), LabTest.OPENING)) {
                long before = grants(lab);

                Outcome outcome = session.run(GRANT);

                assertThat(outcome)
                        .as(when)
                        .isInstanceOfSatisfying(
                                Outcome.Unknown.class,
                                unknown -> assertThat(unknown.shell()).isEqualTo(Outcome.Unknown.Shell.GONE));
                assertThat(grants(lab) - before)
                        .as("calls of the cmdlet after " + when)
                        .isLessThanOrEqualTo(1);
                assertThat(session.isUsable()).isFalse();
                assertThat(session.run(GRANT)).isInstanceOf(Outcome.NotSent.class);
                assertThat(grants(lab) - before)
                        .as("calls after a second try on a dead session")
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void a_write_that_went_through_is_done_and_in_the_log_once() {
        Lab lab = Lab.in(folder, 5);
        try (Session session = Session.open(lab.stdio(), LabTest.OPENING)) {
            assertThat(session.run(GRANT)).isInstanceOf(Outcome.Done.class);
        }
        assertThat(grants(lab)).isEqualTo(1);
    }

    @Test
    void a_hanging_command_that_can_not_be_stopped_is_told_apart_from_a_lost_shell() {
        Lab lab = Lab.in(folder, 5);
        lab.faults(
                "{\"rules\":[{\"where\":\"cmdlet\",\"cmdlet\":\"Grant-*\",\"times\":1,\"do\":\"delay\",\"ms\":4000}]}");
        try (Session session = Session.open(lab.stdio(), LabTest.OPENING)) {
            Outcome outcome = session.run(GRANT.within(Duration.ofSeconds(1)));

            assertThat(outcome).isNotInstanceOf(Outcome.NotSent.class);
            assertThat(session.probe(Duration.ofSeconds(20))).isEqualTo(Outcome.Unknown.Shell.ALIVE);
            assertThat(grants(lab)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_process_that_ends_while_nothing_runs_leaves_the_next_call_unsent() throws InterruptedException {
        Lab lab = Lab.in(folder, 5);
        try (Lab.Pipe pipe = lab.pipe();
                Session session = Session.open(pipe.connect(), LabTest.OPENING)) {
            pipe.process().destroyForcibly().waitFor();

            Outcome outcome = session.run(GRANT);

            assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
            assertThat(grants(lab)).isZero();
        }
    }

    @Test
    void a_session_without_language_runs_typed_commands_and_refuses_text() {
        Lab lab = Lab.in(folder, 5);
        try (Session session = Session.open(lab.stdio("-Language", "No"), LabTest.OPENING)) {
            Outcome users =
                    session.run(Call.of(Command.of("Get-CsUser", Parameter.of("Identity", "sip:ann@contoso.com"))));
            assertThat(users)
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.results().output())
                                    .singleElement()
                                    .isInstanceOfSatisfying(
                                            Obj.class,
                                            user -> assertThat(user.property("sipaddress")
                                                            .flatMap(CliXml::asText))
                                                    .contains("sip:ann@contoso.com")));
            assertThat(session.run(GRANT)).isInstanceOf(Outcome.Done.class);
            assertThat(session.run(Call.of(Command.of("Invoke-Expression", Parameter.of("Command", "1+1")))))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(grants(lab)).isEqualTo(1);
    }

    @Test
    void a_program_that_is_not_there_or_speaks_otherwise_opens_no_session() {
        Lab.in(folder, 1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> OutOfProcess.start(List.of("/nowhere/pwsh"))))
                .isInstanceOf(io.calque.remoting.psrp.TransportException.NotSent.class)
                .hasMessageContaining("can't be started");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Session.open(
                        OutOfProcess.start(List.of("sh", "-c", "echo no such mode >&2; exit 3")),
                        Duration.ofSeconds(20))))
                .isInstanceOf(io.calque.remoting.session.SessionFailed.class)
                .hasMessageContaining("status 3")
                .hasMessageContaining("no such mode");
    }

    private static long grants(Lab lab) {
        return lab.log().stream()
                .filter(line -> line.contains("Grant-CsConferencingPolicy"))
                .count();
    }
}
