package io.calque.remoting.wsman;

import io.calque.remoting.http.Headers;
import io.calque.remoting.http.HttpException;
import io.calque.remoting.http.Request;
import io.calque.remoting.http.Response;
import io.calque.remoting.http.Tap;
import io.calque.security.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes down what goes over the wire, as a recording in YAML: a list of {@code request} and {@code response} envelopes, the form in
 * which tests replay conversations. The steps of a login are comments. Tokens, tickets and passwords in headers are never written,
 * only their scheme and length; known secrets inside envelopes are overwritten, also in the base64 of fragments, character by
 * character, so that every length still fits. What the cmdlets said stays: whoever passes a transcript on should read it.
 */
public final class Transcript implements Tap {
    private static final List<String> HEADERS_OF_INTEREST =
            List.of("Server", "WWW-Authenticate", "Location", "Content-Type");

    private final Appendable out;
    private final Redaction redaction;
    private boolean begun;

    /**
     * A transcript.
     *
     * @param out takes the text; not closed
     * @param secrets what must not be in it; shorter ones than four characters can't be told from other text and are left
     */
    public Transcript(Appendable out, List<Secret> secrets) {
        this.out = out;
        this.redaction = new Redaction(secrets);
    }

    @Override
    public synchronized void answered(Request request, Response response) {
        begin();
        var told = "HTTP " + response.status() + head(request.headers(), response.headers());
        if (request.body().length == 0) {
            write("# login step: " + told + "\n");
            return;
        }
        write("# " + told + "\n- request: " + quoted(redaction.of(request.body())) + "\n  response: "
                + quoted(redaction.of(response.body())) + "\n");
        if (response.status() != 200) {
            write("  transport_error:\n    protocol: http\n    code: " + response.status() + "\n");
        }
    }

    @Override
    public synchronized void failed(Request request, HttpException failure) {
        begin();
        write("# no answer: " + oneLine(failure.getMessage())
                + (request.body().length == 0
                        ? ""
                        : ", to: " + oneLine(new String(redaction.of(request.body()), StandardCharsets.UTF_8)))
                + "\n");
    }

    private void begin() {
        if (!begun) {
            begun = true;
            write("messages:\n");
        }
    }

    private static String head(Headers request, Headers response) {
        var told = new StringBuilder();
        request.all("Authorization")
                .forEach(value -> told.append("; Authorization: ").append(withoutToken(value)));
        for (var name : HEADERS_OF_INTEREST) {
            response.all(name)
                    .forEach(value -> told.append("; ")
                            .append(name)
                            .append(": ")
                            .append(name.startsWith("WWW") ? withoutToken(value) : oneLine(value)));
        }
        return told.toString();
    }

    /** The scheme, and how long the token is: it may be a ticket, a response to a challenge or a password. */
    static String withoutToken(String value) {
        var space = value.indexOf(' ');
        return space < 0
                ? oneLine(value)
                : oneLine(value.substring(0, space)) + " (" + (value.length() - space - 1) + " characters)";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** A YAML scalar in double quotes (YAML 1.2 section 7.3.1): every character stands for itself or is escaped. */
    static String quoted(byte[] utf8) {
        var text = new String(utf8, StandardCharsets.UTF_8);
        var quoted = new StringBuilder(text.length() + 64).append('"');
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c >= ' ' && c < 0x7F) {
                        quoted.append(c);
                    } else {
                        quoted.append(String.format("\\u%04x", (int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private void write(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the transcript can't be written", e);
        }
    }
}
