package io.calque.directory.connect;

import io.calque.security.secret.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** As whom to read. Anonymous reading does not exist in Active Directory. */
public sealed interface Login {
    /**
     * A name and a password, sent through TLS (RFC 4513, 5.1.3).
     *
     * @param user a user principal name, {@code DOMAIN\sam} or a distinguished name
     * @param password never empty: an empty one would be an anonymous bind (RFC 4513, 5.1.2)
     */
    record Simple(String user, Secret password) implements Login {}

    /**
     * Kerberos by SASL GSSAPI (RFC 4752).
     *
     * @param principal {@code user@REALM}; null takes the one of the ticket cache
     * @param credential where the proof comes from
     * @param kdc the key distribution centre; null leaves it to {@code krb5.conf} or the name service
     */
    record Kerberos(
            @Nullable String principal,
            Credential credential,
            @Nullable String kdc) implements Login {}

    /** What proves a Kerberos principal. */
    sealed interface Credential {
        /** A password; it stays on this machine. */
        record Password(Secret password) implements Credential {}

        /** Tickets that {@code kinit} or the desktop's sign-in left.
         *
         * @param file null for the usual place
         */
        record TicketCache(@Nullable Path file) implements Credential {}

        /** A key in a file, for services. */
        record Keytab(Path file) implements Credential {}
    }
}
