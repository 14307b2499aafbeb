package io.calque.remoting.http;

import java.time.Duration;

/**
 * What the client puts up with.
 *
 * @param connect how long a connection and its TLS handshake may take, each
 * @param exchange how long one exchange may take from the first byte sent to the last one read, however steadily it drips
 * @param headerBytes size of an answer's status line and headers together
 * @param bodyBytes size of an answer's body
 */
public record Limits(Duration connect, Duration exchange, int headerBytes, int bodyBytes) {
    /** 15 seconds, 5 minutes, 64 KiB, 16 MiB: thirty times the largest envelope that Windows sends by default. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(15), Duration.ofMinutes(5), 65_536, 16 << 20);
}
