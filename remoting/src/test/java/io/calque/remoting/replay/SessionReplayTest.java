package io.calque.remoting.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.http.TestCertificate;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.KeyExchange;
import io.calque.remoting.psrp.Message;
import io.calque.remoting.psrp.MessageType;
import io.calque.remoting.psrp.Reassembly;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole session against what real servers said: its outcomes are those in the recording, however the answers are cut. */
@Tag("integration")
@Tag("recordings")
class SessionReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @BeforeAll
    static void recordings() {
        Conversation.all();
    }

    @Test
    void a_session_gives_what_the_recorded_server_gave_however_it_is_cut() {
        var held = 0;
        for (var conversation : Conversation.all()) {
            for (var steps : Step.byShell(conversation)) {
                var shell = RecordedShell.of(steps);
                if (!shell.isPlain()) {
                    continue;
                }
                held++;
                var whole = hold(shell, false, 0);
                assertMatch(conversation, shell, whole);
                for (int seed = 1; seed <= 2; seed++) {
                    assertThat(hold(shell, true, seed))
                            .as("%s, cut with seed %d", conversation, seed)
                            .isEqualTo(whole);
                }
            }
        }
        assertThat(held).as("sessions that were held").isPositive();
    }

    private static List<Outcome> hold(RecordedShell shell, boolean cut, long seed) {
        try (var server = new LenientServer(shell, cut, seed)) {
            var login = Login.by(Mechanism.BASIC, new Credentials.Password("x", Secret.of("x")));
            var trust = Trust.Pinned.to(TestCertificate.localhost().certificate());
            var transport =
                    new WsManTransport(server.url(), trust, login, Limits.DEFAULT, WsManSettings.DEFAULT, Tap.NONE);
            Iterator<UUID> ids = shell.ids().iterator();
            var outcomes = new ArrayList<Outcome>();
            try (var session = Session.open(transport, PATIENCE, ids::next, new KeyExchange())) {
                for (int i = 1; i < shell.ids().size(); i++) {
                    outcomes.add(session.run(Call.of(Command.of("Get-Anything")).within(PATIENCE)));
                }
            }
            return outcomes;
        }
    }

    private static void assertMatch(Conversation conversation, RecordedShell shell, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            var messages = new Reassembly()
                    .accept(shell.output(i + 1)).stream().map(Message::decode).toList();
            var results = switch (outcomes.get(i)) {
                case Outcome.Done done -> done.results();
                case Outcome.Refused refused -> refused.soFar();
                case Outcome other -> throw new AssertionError(conversation + ": " + other);
            };
            assertThat(outcomes.get(i) instanceof Outcome.Done)
                    .as("%s ended well", conversation)
                    .isEqualTo(state(messages) == 4);
            assertThat(results.output())
                    .as("%s output", conversation)
                    .hasSize(count(messages, MessageType.PIPELINE_OUTPUT));
            assertThat(results.errors())
                    .as("%s errors", conversation)
                    .hasSize(count(messages, MessageType.ERROR_RECORD));
            assertThat(results.progress())
                    .as("%s progress", conversation)
                    .hasSize(count(messages, MessageType.PROGRESS_RECORD));
        }
    }

    private static int count(List<Message> messages, MessageType type) {
        return (int) messages.stream().filter(m -> m.code() == type.code()).count();
    }

    private static long state(List<Message> messages) {
        return messages.stream()
                .filter(m -> m.code() == MessageType.PIPELINE_STATE.code())
                .flatMap(m -> m.body().stream())
                .flatMap(body -> body instanceof Obj object
                        ? object.property("PipelineState").flatMap(CliXml::asLong).stream()
                        : java.util.stream.Stream.<Long>empty())
                .reduce((a, b) -> b)
                .orElse(-1L);
    }
}
