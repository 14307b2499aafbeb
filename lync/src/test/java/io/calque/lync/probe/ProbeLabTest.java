package io.calque.lync.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.lync.probe.ProbeStep.Verdict;
import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.http.ClosedPort;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
@Tag("lab")
class ProbeLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void a_good_endpoint_is_good_in_every_layer_and_nothing_is_written() {
        Lab lab = Lab.in(folder, 5);
        try (HttpsLab server = HttpsLab.serve(lab, folder)) {
            List<ProbeStep> steps = probe(server.url(), server.trust(), HttpsLab.PASSWORD);

            assertThat(steps).extracting(ProbeStep::layer).containsExactly(Layer.values());
            assertThat(steps).as(steps.toString()).allMatch(step -> step.verdict() == Verdict.GOOD);
            assertThat(text(steps, Layer.LANGUAGE)).isEqualTo("FullLanguage");
            assertThat(text(steps, Layer.USER)).startsWith("sip:");
            assertThat(lab.log()).isNotEmpty().allMatch(line -> line.contains("\"cmdlet\":\"Get-"));
        }
    }

    @Test
    void a_session_without_language_is_enough() {
        try (HttpsLab server = HttpsLab.serve(Lab.in(folder, 5), folder, "-Language", "No")) {
            List<ProbeStep> steps = probe(server.url(), server.trust(), HttpsLab.PASSWORD);

            assertThat(Probe.failed(steps)).as(steps.toString()).isFalse();
            assertThat(text(steps, Layer.LANGUAGE)).doesNotContain("FullLanguage");
        }
    }

    @Test
    void each_layer_that_fails_is_named_and_those_behind_it_are_not_reached() throws IOException {
        try (HttpsLab server = HttpsLab.serve(Lab.in(folder, 5), folder)) {
            Trust trust = server.trust();
            assertThat(failure(probe(server.url(), trust, "wrong"))).isEqualTo(Layer.LOGIN);
            assertThat(failure(probe(server.url(), new Trust.Platform(), HttpsLab.PASSWORD)))
                    .isEqualTo(Layer.TLS);
            assertThat(failure(probe(server.url().replace("OcsPowershell", "Nothing"), trust, HttpsLab.PASSWORD)))
                    .isEqualTo(Layer.SHELL);
            assertThat(failure(probe("https://no-such-host.invalid/OcsPowershell", trust, "x")))
                    .isEqualTo(Layer.NAME);
        }
        List<ProbeStep> steps;
        try (ClosedPort closed = new ClosedPort()) {
            steps = probe("https://localhost:" + closed.number() + "/OcsPowershell", new Trust.Platform(), "x");
        }
        assertThat(failure(steps)).isEqualTo(Layer.PORT);
        assertThat(steps.getLast().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(steps.get(1).finding()).isNotNull().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.NOT_LISTENING);
            assertThat(finding.help()).isNotBlank();
        });
    }

    private static List<ProbeStep> probe(String url, Trust trust, String password) {
        HttpsUrl parsed = HttpsUrl.parse(url);
        Login login = Login.negotiate(new Credentials.Password(HttpsLab.USER, Secret.of(password)));
        return Probe.run(
                parsed,
                tap -> new WsManTransport(parsed, trust, login, Limits.DEFAULT, WsManSettings.DEFAULT, tap),
                Tap.NONE,
                PATIENCE);
    }

    private static Layer failure(List<ProbeStep> steps) {
        return steps.stream()
                .filter(step -> step.verdict() == Verdict.BAD)
                .findFirst()
                .orElseThrow()
                .layer();
    }

    private static String text(List<ProbeStep> steps, Layer layer) {
        return steps.stream()
                .filter(step -> step.layer() == layer)
                .findFirst()
                .orElseThrow()
                .text();
    }
}
