package io.calque.security.kerberos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where {@code kinit} leaves tickets. */
public final class TicketCache {
    private static final String FILE = "FILE:";

    private TicketCache() {}

    /**
     * The file of the usual cache, as Java looks for it: the one that {@code KRB5CCNAME} names, else {@code /tmp/krb5cc_UID}. Empty where
     * tickets are not kept in a file, or none is there.
     */
    public static Optional<Path> usual(Map<String, String> environment) {
        String named = environment.getOrDefault("KRB5CCNAME", "");
        if (named.startsWith(FILE)) {
            return there(Path.of(named.substring(FILE.length())));
        }
        if (named.startsWith("/")) {
            return there(Path.of(named));
        }
        try {
            Object user = Files.getAttribute(Path.of(System.getProperty("user.home", "/")), "unix:uid");
            return named.isEmpty() ? there(Path.of("/tmp/krb5cc_" + user)) : Optional.empty();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> there(Path file) {
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
