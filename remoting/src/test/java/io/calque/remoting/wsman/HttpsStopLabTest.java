package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
@Tag("lab")
class HttpsStopLabTest {
    /** So long that a stop that waited for it would be seen without a doubt. */
    private static final Duration POLL = Duration.ofSeconds(50);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void a_stop_in_the_middle_does_not_wait_for_the_poll_and_the_session_lives_on() throws InterruptedException {
        try (var lab = HttpsLab.serve(Lab.in(folder, 3), folder);
                var session = LabClient.to(lab)
                        .with(WsManSettings.DEFAULT.withPoll(POLL, Duration.ofSeconds(30)))
                        .open()) {
            var stopper = Thread.ofVirtual().start(() -> {
                while (lab.requests().stream()
                        .filter(HttpsStopLabTest::isSleepPolled)
                        .findAny()
                        .isEmpty()) {
                    pause();
                }
                pause();
                session.stop();
            });
            var begun = Instant.now();
            var outcome = session.run(Call.of(Command.of("Start-Sleep", new Parameter("Seconds", CliXml.of(120))))
                    .within(Duration.ofMinutes(3)));

            assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(POLL.dividedBy(2));
            stopper.join();
            assertThat(session.run(LabClient.users())).isInstanceOf(Outcome.Done.class);
        }
    }

    /** The log tells of a request once it is answered: after the Command, the poll goes out. */
    private static boolean isSleepPolled(String line) {
        return line.contains("\"Command\"");
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
