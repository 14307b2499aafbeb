package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.http.Headers;
import io.calque.remoting.http.Request;
import io.calque.remoting.http.Response;
import io.calque.security.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String PASSWORD = "Pa<55>w&rd";

    private final StringBuilder out = new StringBuilder();
    private final Transcript transcript = new Transcript(out, List.of(Secret.of(PASSWORD)));

    private static Request request(String authorization, String body) {
        return new Request(
                Headers.NONE.with("Authorization", authorization),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(1));
    }

    private static Response response(int status, Headers headers, String body) {
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8), true);
    }

    @Test
    void tokens_are_told_by_their_length_only() {
        transcript.answered(
                request("Negotiate VElDS0VU", ""),
                response(401, Headers.NONE.with("WWW-Authenticate", "Negotiate Q0hBTExFTkdF"), ""));
        assertThat(out.toString())
                .isEqualTo(
                        "messages:\n# login step: HTTP 401; Authorization: Negotiate (8 characters); WWW-Authenticate: Negotiate (12 characters)\n");
    }

    @Test
    void secrets_inside_envelopes_are_overwritten_and_lengths_stay() {
        var fragment = Base64.getEncoder()
                .encodeToString("\u0000\u0001<S N=\"V\">Pa&lt;55&gt;w&amp;rd</S>".getBytes(StandardCharsets.UTF_8));
        var body = "<a><b>Pa&lt;55&gt;w&amp;rd é</b><rsp:Stream>" + fragment + "</rsp:Stream></a>";
        transcript.answered(request("Basic eA==", body), response(500, Headers.NONE, "<x>\n\"fine\"</x>"));
        var text = out.toString();
        assertThat(text)
                .doesNotContain("55")
                .doesNotContain(fragment)
                .contains("response: \"<x>\\n\\\"fine\\\"</x>\"")
                .contains("code: 500");
        var written = text.replaceAll("(?s).*Stream>([^<]*)</rsp.*", "$1");
        assertThat(new String(Base64.getDecoder().decode(written), StandardCharsets.UTF_8))
                .isEqualTo("\u0000\u0001<S N=\"V\">" + "*".repeat(20) + "</S>");
        assertThat(text).contains("<b>" + "*".repeat(20) + " \\u00e9</b>");
    }
}
