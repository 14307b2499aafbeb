package io.calque.directory;

import io.calque.directory.change.Disappearance;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.read.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A directory of people: the key {@code people.ldap} of {@code calque.yaml}.
 *
 * @param connection how to reach it
 * @param scope whom to read
 * @param domain the domain's short name; null to ask the directory
 * @param tracking how changes are followed
 * @param disappearance how many people may be gone at once
 */
public record DirectorySettings(
        ConnectionSettings connection,
        Scope scope,
        @Nullable String domain,
        Tracking tracking,
        Disappearance disappearance) {
    /** The same with the usual limit for people who disappear. */
    public DirectorySettings(ConnectionSettings connection, Scope scope, @Nullable String domain, Tracking tracking) {
        this(connection, scope, domain, tracking, Disappearance.DEFAULT);
    }
}
