package io.calque.remoting.auth;

import io.calque.security.secret.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What proves who we are. */
public sealed interface Credentials {
    /**
     * A user name and a password.
     *
     * @param user {@code DOMAIN\name}, {@code name@realm} or {@code name}
     */
    record Password(String user, Secret password) implements Credentials {
        public Password {
            if (user.isBlank()) {
                throw new IllegalArgumentException("the user name is empty");
            }
        }

        /** The NetBIOS domain; empty where the name has none ({@code name@realm} is sent whole, as Windows does). */
        String domain() {
            var slash = user.indexOf('\\');
            return slash < 0 ? "" : user.substring(0, slash);
        }

        /** The name without the NetBIOS domain. */
        String name() {
            return user.substring(user.indexOf('\\') + 1);
        }
    }

    /**
     * Kerberos tickets that {@code kinit} or the sign-in has fetched.
     *
     * @param file the cache; null for the one that {@code KRB5CCNAME} or the system names
     */
    record TicketCache(@Nullable Path file) implements Credentials {}

    /**
     * Kerberos keys of one principal in a file, for unattended work.
     *
     * @param principal {@code name@REALM}
     */
    record Keytab(Path file, String principal) implements Credentials {}
}
