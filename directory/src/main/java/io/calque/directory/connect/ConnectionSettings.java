package io.calque.directory.connect;

import io.calque.security.tls.Trust;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How to reach the directory.
 *
 * @param servers domain controllers of one domain, tried in this order
 * @param encryption what keeps the connection secret
 * @param trust which certificates are believed
 * @param login as whom to read
 * @param limits how long a controller may take
 */
public record ConnectionSettings(
        List<Address> servers, Encryption encryption, Trust trust, Login login, Limits limits) {
    /** The same with the limits that fit most networks. */
    public ConnectionSettings(List<Address> servers, Encryption encryption, Trust trust, Login login) {
        this(servers, encryption, trust, login, Limits.DEFAULT);
    }

    /** Refuses what would send a password readably or rest on an encryption that the login does not bring. */
    public ConnectionSettings {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("no domain controller");
        }
        if (!encryption.tls() && login instanceof Login.Simple) {
            throw new IllegalArgumentException("a password needs TLS");
        }
    }

    /** The controllers and the account, in a few words. */
    public String told() {
        String who = switch (login) {
            case Login.Simple(String user, var _) -> user;
            case Login.Kerberos kerberos -> kerberos.principal() == null ? "the ticket's owner" : kerberos.principal();
        };
        return servers.stream().map(Address::toString).collect(Collectors.joining(", ")) + " as " + who;
    }

    /** The same without one controller; empty when it was the last. */
    public Optional<ConnectionSettings> without(Address lost) {
        List<Address> left = servers.stream().filter(a -> !a.equals(lost)).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConnectionSettings(left, encryption, trust, login, limits));
    }
}
