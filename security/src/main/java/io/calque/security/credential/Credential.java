package io.calque.security.credential;

import io.calque.security.password.PasswordSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A password of the user's, and the servers that may get it.
 *
 * @param name what workspaces call it
 * @param hosts where it may be sent; at least one
 * @param user the account; null where the workspace says it
 * @param source where the password comes from; paths are relative to the user's settings
 */
public record Credential(
        String name, List<HostPattern> hosts, @Nullable String user, PasswordSource source) {
    public Credential {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a credential is bound to one host at least");
        }
    }

    /** Whether it may go to each of these servers. */
    public boolean admits(Collection<String> servers) {
        return servers.stream().allMatch(server -> hosts.stream().anyMatch(host -> host.matches(server)));
    }

    /** Whether it is for this account, as far as it says. */
    public boolean isFor(String account) {
        return user == null || user.equalsIgnoreCase(account);
    }
}
