package io.calque.remoting.wsman;

import io.calque.remoting.http.Redirects;
import java.time.Duration;
import java.util.Optional;

/**
 * How to talk to an endpoint.
 *
 * @param configuration the session configuration; a resource URI is made of it
 * @param locale language of the server's messages, as {@code en-US}
 * @param envelopeBytes the largest envelope until the server has shown its age: 153,600 is what the oldest servers take
 * @param grownEnvelopeBytes the largest envelope for servers of Windows Server 2012 and later: 512,000 by their default
 * @param poll how long a server may hold back an answer when it has nothing to say; whole seconds, under its own MaxTimeoutms
 * @param patience how much longer than asked an answer may take
 * @param psVersion appended to the address as {@code PSVersion=}, as PowerShell does; empty sends none
 * @param redirects whether to follow the server elsewhere when opening
 */
public record WsManSettings(
        String configuration,
        String locale,
        int envelopeBytes,
        int grownEnvelopeBytes,
        Duration poll,
        Duration patience,
        Optional<String> psVersion,
        Redirects redirects) {
    private static final int SMALLEST = 32 * 1024; // MS-WSMV 2.2.4.10: MaxEnvelopeSizekb is never less

    /** What fits Lync's and every default endpoint; a poll of five seconds is the longest that a stop has to wait. */
    public static final WsManSettings DEFAULT = new WsManSettings(
            "Microsoft.PowerShell",
            "en-US",
            153_600,
            512_000,
            Duration.ofSeconds(5),
            Duration.ofSeconds(40),
            Optional.empty(),
            Redirects.NONE);

    public WsManSettings {
        if (!configuration.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("'" + configuration + "' is not the name of a session configuration");
        }
        if (envelopeBytes < SMALLEST || grownEnvelopeBytes < envelopeBytes) {
            throw new IllegalArgumentException("an envelope has at least " + SMALLEST + " bytes");
        }
        if (poll.toSeconds() < 1) {
            throw new IllegalArgumentException("a poll takes at least a second");
        }
    }

    /** The same with envelopes of one size, whatever the server says. */
    public WsManSettings withEnvelope(int bytes) {
        return new WsManSettings(configuration, locale, bytes, bytes, poll, patience, psVersion, redirects);
    }

    /** The same with another wait. */
    public WsManSettings withPoll(Duration wait, Duration more) {
        return new WsManSettings(
                configuration, locale, envelopeBytes, grownEnvelopeBytes, wait, more, psVersion, redirects);
    }

    /** The same with another attitude to redirects. */
    public WsManSettings withRedirects(Redirects attitude) {
        return new WsManSettings(
                configuration, locale, envelopeBytes, grownEnvelopeBytes, poll, patience, psVersion, attitude);
    }

    /** The same with a version of PowerShell in the address. */
    public WsManSettings withPsVersion(String version) {
        return new WsManSettings(
                configuration,
                locale,
                envelopeBytes,
                grownEnvelopeBytes,
                poll,
                patience,
                Optional.of(version),
                redirects);
    }

    String resourceUri() {
        return Uris.POWERSHELL + "/" + configuration;
    }
}
