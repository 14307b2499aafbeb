package io.calque.remoting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.http.TestCertificate;
import io.calque.remoting.psrp.Message;
import io.calque.remoting.psrp.Outbox;
import io.calque.remoting.psrp.Reassembly;
import io.calque.remoting.psrp.Stream;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recorded conversation with a real server, held again by our transport: what was asked then is decoded, encoded anew and sent,
 * and what was answered then must come out, as recorded and however it is cut.
 */
@Tag("integration")
@Tag("recordings")
class ReplayTest {
    private static final int SEEDS = 3;

    static List<Conversation> conversations() {
        return Conversation.all();
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void a_conversation_can_be_held_again(Conversation conversation) {
        play(conversation, false, 0);
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void its_results_are_the_same_however_they_are_cut_and_whatever_polls_time_out(Conversation conversation) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            play(conversation, true, seed);
        }
    }

    @BeforeAll
    static void recordings() {
        Conversation.all();
    }

    private static void play(Conversation conversation, boolean cut, long seed) {
        var shells = Step.byShell(conversation);
        assertThat(shells).isNotEmpty();
        shells.forEach(steps -> play(conversation, steps, cut, seed));
    }

    private static void play(Conversation conversation, List<Step> steps, boolean cut, long seed) {
        try (var replay = new ReplayServer(steps, cut, seed)) {
            var login = Login.by(Mechanism.BASIC, new Credentials.Password("x", Secret.of("x")));
            var trust = Trust.Pinned.to(TestCertificate.localhost().certificate());
            var settings = WsManSettings.DEFAULT.withEnvelope(envelope(steps));
            try (var transport =
                    new WsManTransport(replay.server().url(), trust, login, Limits.DEFAULT, settings, Tap.NONE)) {
                var player = new Player(transport);
                for (int i = 0; i < steps.size(); i++) {
                    if (steps.get(i).kind() == Step.Kind.DELETE) {
                        break;
                    }
                    player.play(steps.get(i));
                    assertThat(replay.wrong()).isEmpty();
                    assertThat(replay.played())
                            .as("steps after %d of %s", i, conversation)
                            .isEqualTo(i + 1);
                }
            }
            if (steps.getLast().kind() == Step.Kind.DELETE) {
                assertThat(replay.wrong()).isEmpty();
                assertThat(replay.played()).isEqualTo(steps.size());
            }
        }
    }

    /** The envelope that the recorded client had; one that was smaller than ours shows that messages are cut as they must. */
    private static int envelope(List<Step> steps) {
        return steps.getFirst()
                .first()
                .request()
                .first("MaxEnvelopeSize")
                .map(e -> Integer.parseInt(e.getTextContent().strip()))
                .orElse(153_600);
    }

    /** Makes our own requests of recorded ones. */
    private static final class Player {
        private final WsManTransport transport;
        private final AtomicLong objects = new AtomicLong();
        private final Map<String, UUID> pipelines = new HashMap<>();
        private final Map<String, Reassembly> incoming = new HashMap<>();
        private final Map<String, Reassembly> recorded = new HashMap<>();

        Player(WsManTransport transport) {
            this.transport = transport;
        }

        void play(Step step) {
            if (step.failed()) {
                assertThatThrownBy(() -> act(step)).isInstanceOf(TransportException.class);
            } else {
                act(step);
            }
        }

        private void act(Step step) {
            switch (step.kind()) {
                case BRING -> bring(step);
                case POLL -> poll(step);
                case SIGNAL -> {
                    var pipeline = pipelines.getOrDefault(step.commandId(), UUID.randomUUID());
                    if (step.first().request().signal().endsWith("/Terminate")
                            || step.first().request().signal().endsWith("/terminate")) {
                        transport.release(pipeline);
                    } else {
                        transport.stop(pipeline);
                    }
                }
                case DELETE -> transport.close();
            }
        }

        private void bring(Step step) {
            var outbox = new Outbox(objects::incrementAndGet);
            new Reassembly()
                    .accept(step.brought())
                    .forEach(message -> outbox.add(Message.decode(message).encode()));
            var request = step.first().request();
            var stream = request.stream().equals("pr") ? Stream.HOST_REPLY : Stream.INPUT;
            @Nullable UUID pipeline = pipelines.get(step.commandId());
            switch (request.action()) {
                case "Create" ->
                    transport.open(
                            UUID.fromString(request.first("Shell").orElseThrow().getAttribute("ShellId")),
                            outbox.take(transport.room()));
                case "Command" -> {
                    pipeline = UUID.fromString(request.command());
                    pipelines.put(step.commandId(), pipeline);
                    transport.command(pipeline, outbox.take(transport.room()));
                }
                default -> {
                    // a Send alone
                }
            }
            while (!outbox.isEmpty()) {
                transport.send(pipeline, stream, outbox.take(transport.room()));
            }
        }

        private void poll(Step step) {
            var expected = step.received().length;
            var bytes = new ByteArrayOutputStream();
            var done = false;
            for (int polls = 0;
                    bytes.size() < expected
                            || done != step.done()
                            || polls < step.exchanges().size();
                    polls++) {
                if (bytes.size() == expected && done == step.done() && expected > 0) {
                    break;
                }
                var received = transport.receive(pipelines.get(step.commandId()));
                bytes.writeBytes(received.fragments());
                done |= received.done();
                assertThat(polls).isLessThan(1_000_000);
            }
            assertThat(done).isEqualTo(step.done());
            assertThat(bytes.toByteArray()).isEqualTo(step.received());
            var ours = Trees.of(incoming.computeIfAbsent(step.commandId(), k -> new Reassembly()), bytes.toByteArray());
            var theirs = Trees.of(recorded.computeIfAbsent(step.commandId(), k -> new Reassembly()), step.received());
            assertThat(ours).isEqualTo(theirs);
        }
    }
}
