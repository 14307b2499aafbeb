package io.calque.remoting.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Primitive;
import io.calque.remoting.clixml.Property;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Message;
import io.calque.remoting.psrp.MessageType;
import io.calque.remoting.psrp.NetGuid;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.psrp.PipelineEvent;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.session.FakeServer.Step;
import io.calque.remoting.session.Outcome.Unknown.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Call CALL = Call.of(Command.of("Set-It", Parameter.of("Value", "x".repeat(300))));

    private final FakeServer server = new FakeServer();

    private Session open() {
        return Session.open(server, PATIENCE);
    }

    @Test
    void a_pipeline_that_completes_is_done_with_all_that_it_brought() {
        server.answers = List.of(FakeServer.output("a"), FakeServer.output("b"), FakeServer.state(4));

        Outcome outcome = open().run(CALL);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.results().output()).containsExactly(CliXml.of("a"), CliXml.of("b")));
        assertThat(server.steps).contains(Step.RELEASE);
    }

    @Test
    void a_watcher_gets_the_output_as_it_comes_and_nothing_is_gathered() {
        server.answers = List.of(FakeServer.output("a"), FakeServer.state(4));
        List<PipelineEvent> seen = new ArrayList<>();

        Outcome outcome = open().run(CALL, seen::add);

        assertThat(seen).first().isEqualTo(new PipelineEvent.Output(CliXml.of("a")));
        assertThat(outcome).isEqualTo(new Outcome.Done(Results.NONE));
    }

    @Test
    void a_pipeline_that_fails_is_refused_with_the_reason_and_what_came_before() {
        Obj record =
                Obj.bag(Property.of("FullyQualifiedErrorId", "Bad,Set-It"), Property.of("ErrorDetails_Message", "no"));
        server.answers = List.of(
                FakeServer.output("a"),
                FakeServer.message(
                        MessageType.PIPELINE_STATE,
                        Obj.bag(Property.of("PipelineState", 5), new Property("ExceptionAsErrorRecord", record))));

        assertThat(open().run(CALL)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.record().id()).isEqualTo("Bad,Set-It");
            assertThat(refused.record().message()).isEqualTo("no");
            assertThat(refused.soFar().output()).containsExactly(CliXml.of("a"));
        });
    }

    @Test
    void what_failed_before_the_last_fragment_was_not_sent_and_may_be_called_again() {
        Session session = open();
        server.failures.put(Step.COMMAND, new TransportException.NotSent("no route", null));
        assertThat(session.run(CALL)).isEqualTo(new Outcome.NotSent("no route"));
        server.failures.put(Step.COMMAND, new TransportException.Refused(503, "busy"));
        assertThat(session.run(CALL)).isEqualTo(new Outcome.NotSent("busy"));
        server.failures.clear();
        server.answers = List.of(FakeServer.state(4));

        assertThat(session.run(CALL)).isInstanceOf(Outcome.Done.class);
        assertThat(server.arrived)
                .filteredOn(MessageType.CREATE_PIPELINE::equals)
                .hasSize(1);
    }

    @Test
    void a_first_part_that_may_have_arrived_is_not_sent_because_a_part_does_nothing() {
        Session session = open();
        server.room = 200;
        server.failures.put(Step.COMMAND, new TransportException.MaybeSent("reset", null));

        assertThat(session.run(CALL)).isEqualTo(new Outcome.NotSent("reset"));
        assertThat(session.isUsable()).as("the shell holds half a command").isFalse();
    }

    @Test
    void what_may_have_arrived_whole_is_unknown_and_never_sent_again() {
        Session session = open();
        server.failures.put(Step.COMMAND, new TransportException.MaybeSent("reset", null));

        assertThat(session.run(CALL)).isEqualTo(new Outcome.Unknown(Shell.SILENT, "reset", Results.NONE));
        server.failures.clear();
        assertThat(session.run(CALL)).isInstanceOf(Outcome.NotSent.class);
        assertThat(server.closed).isTrue();
        assertThat(server.steps).filteredOn(Step.COMMAND::equals).hasSize(1);
    }

    @Test
    void a_shell_that_is_gone_is_told_apart_by_whether_the_command_may_have_run() {
        Session first = open();
        server.failures.put(Step.COMMAND, new TransportException.SessionGone("no such shell", false, null));
        assertThat(first.run(CALL)).isEqualTo(new Outcome.NotSent("no such shell"));
        assertThat(first.isUsable()).isFalse();

        FakeServer other = new FakeServer();
        Session second = Session.open(other, PATIENCE);
        other.failures.put(Step.RECEIVE, new TransportException.SessionGone("ended", true, null));
        assertThat(second.run(CALL)).isEqualTo(new Outcome.Unknown(Shell.GONE, "ended", Results.NONE));
    }

    @Test
    void results_that_came_before_the_end_are_kept_when_the_end_is_unknown() {
        server.answers = List.of(FakeServer.output("granted ann"));
        Session session = open();

        Outcome outcome = session.run(
                CALL.within(PATIENCE),
                event -> server.failures.put(Step.RECEIVE, new TransportException.MaybeSent("cut", null)));

        assertThat(outcome).isEqualTo(new Outcome.Unknown(Shell.SILENT, "cut", Results.NONE));
    }

    @Test
    void a_call_out_of_patience_is_stopped() {
        assertThat(open().run(CALL.within(Duration.ofMillis(50)))).isEqualTo(new Outcome.Stopped(Results.NONE));
        assertThat(server.steps).contains(Step.STOP);
    }

    @Test
    void an_answer_that_breaks_the_protocol_leaves_the_end_unknown() {
        server.answers = List.of(FakeServer.message(MessageType.RUNSPACEPOOL_STATE, CliXml.nil()));

        assertThat(open().run(CALL))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("RUNSPACEPOOL_STATE"));
    }

    @Test
    void messages_of_a_later_protocol_are_passed_over() {
        Message novel =
                new Message(Message.CLIENT, 0x0004_9999, NetGuid.ZERO, NetGuid.ZERO, Optional.of(CliXml.of("later")));
        server.answers = List.of(novel, FakeServer.state(1), FakeServer.state(99), FakeServer.state(4));

        assertThat(open().run(CALL)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_question_to_the_host_is_answered_with_a_refusal_and_a_mere_message_with_nothing() {
        server.answers = List.of(hostCall(11), hostCall(15), FakeServer.state(4));

        Outcome outcome = open().run(CALL);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.results().hostCalls())
                                .containsExactly(
                                        new PipelineEvent.HostCall("ReadLine", true),
                                        new PipelineEvent.HostCall("WriteLine1", false)));
        assertThat(server.arrived)
                .filteredOn(MessageType.PIPELINE_HOST_RESPONSE::equals)
                .hasSize(1);
    }

    @Test
    void input_is_sent_in_order_and_then_ended() {
        server.answers = List.of(FakeServer.state(4));

        open().run(CALL.withInput(List.of(CliXml.of(1), CliXml.of(2)).iterator()));

        assertThat(server.arrived)
                .endsWith(
                        MessageType.CREATE_PIPELINE,
                        MessageType.PIPELINE_INPUT,
                        MessageType.PIPELINE_INPUT,
                        MessageType.END_OF_PIPELINE_INPUT);
    }

    @Test
    void a_watcher_that_throws_ends_the_session() {
        server.answers = List.of(FakeServer.output("a"), FakeServer.state(4));
        Session session = open();

        assertThatThrownBy(() -> session.run(CALL, event -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
        assertThat(server.closed).isTrue();
        assertThat(session.run(CALL)).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_server_of_another_protocol_or_without_an_answer_opens_no_session() {
        server.protocol = Primitive.Version.of(3, 0);
        assertThatThrownBy(this::open).isInstanceOf(SessionFailed.class).hasMessageContaining("protocol 3.0");
        assertThat(server.closed).isTrue();

        FakeServer broken = new FakeServer();
        broken.failures.put(Step.OPEN, new TransportException.Refused(401, "who are you?"));
        assertThatThrownBy(() -> Session.open(broken, PATIENCE))
                .isInstanceOfSatisfying(
                        SessionFailed.class,
                        failed -> assertThat(failed.transport()).isPresent());
    }

    @Test
    void a_newer_server_is_spoken_to_in_two_three_and_an_older_one_in_its_own() {
        server.protocol = Primitive.Version.of(2, 4);
        assertThat(open().protocol()).hasToString("2.3");

        FakeServer old = new FakeServer();
        old.protocol = Primitive.Version.of(2, 1);
        assertThat(Session.open(old, PATIENCE).protocol()).hasToString("2.1");
    }

    @Test
    void a_shell_that_answers_is_alive() {
        Session session = open();
        assertThat(session.probe(PATIENCE)).isEqualTo(Shell.ALIVE);
        server.silent = true;
        assertThat(session.probe(Duration.ofMillis(50))).isEqualTo(Shell.SILENT);
        server.failures.put(Step.SEND, new TransportException.SessionGone("ended", false, null));
        assertThat(session.probe(PATIENCE)).isEqualTo(Shell.GONE);
    }

    private static Message hostCall(int method) {
        return FakeServer.message(
                MessageType.PIPELINE_HOST_CALL,
                Obj.bag(
                        new Property("ci", CliXml.of(1L)),
                        new Property(
                                "mi",
                                Obj.enumeration(
                                        "System.Management.Automation.Remoting.RemoteHostMethodId", "m", method)),
                        new Property("mp", CliXml.list(List.of()))));
    }
}
