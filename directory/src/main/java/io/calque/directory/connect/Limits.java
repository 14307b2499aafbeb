package io.calque.directory.connect;

import java.time.Duration;

/**
 * How long a controller may take. When one of them is over, the next controller is asked.
 *
 * @param name for the name service to answer
 * @param connect for the connection to be accepted
 * @param tls for the TLS handshake, from its beginning to its end
 * @param login for the account to be accepted, a Kerberos distribution centre included
 * @param silence without a byte of an answer
 */
public record Limits(Duration name, Duration connect, Duration tls, Duration login, Duration silence) {
    /**
     * The first page of a large domain takes a while, because the server runs the whole search before it; Active Directory itself ends a
     * search after 120 seconds (MaxQueryDuration, MS-ADTS 3.1.1.3.4.6).
     */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(150));

    public Limits {
        for (Duration limit : new Duration[] {name, connect, tls, login, silence}) {
            if (limit.isNegative() || limit.isZero() || limit.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("a limit is more than nothing and at most a day");
            }
        }
    }
}
