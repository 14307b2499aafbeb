package io.calque.security.credential;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the user allows, whatever a workspace says.
 *
 * @param credentials the user's passwords, each bound to hosts
 * @param trusted hosts for which a workspace itself may say where a password comes from
 */
public record CredentialSettings(List<Credential> credentials, List<HostPattern> trusted) {
    /** Nothing is allowed. */
    public static final CredentialSettings NONE = new CredentialSettings(List.of(), List.of());

    public CredentialSettings {
        credentials = List.copyOf(credentials);
        trusted = List.copyOf(trusted);
    }

    /** The credential of that name. */
    public Optional<Credential> named(String name) {
        return credentials.stream()
                .filter(credential -> credential.name().equals(name))
                .findFirst();
    }

    /** The first credential that is for this account and may go to each of these servers. */
    public Optional<Credential> matching(String account, Collection<String> servers) {
        return credentials.stream()
                .filter(credential -> credential.isFor(account) && credential.admits(servers))
                .findFirst();
    }

    /** The servers for which a workspace may not say where a password comes from. */
    public List<String> untrusted(Collection<String> servers) {
        return servers.stream()
                .filter(server -> trusted.stream().noneMatch(host -> host.matches(server)))
                .distinct()
                .toList();
    }
}
