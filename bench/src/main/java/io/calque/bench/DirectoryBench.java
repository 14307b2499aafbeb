package io.calque.bench;

import io.calque.diagnostic.Findings;
import io.calque.directory.DirectorySettings;
import io.calque.directory.LdapPeople;
import io.calque.directory.change.Outcome;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.directory.connect.Trust;
import io.calque.directory.copy.FileCopyStore;
import io.calque.directory.read.Scope;
import io.calque.people.PeopleSource.Interest;
import io.calque.secret.Secret;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One reading of a directory into a kept copy, and telling everybody from the copy: the two parts of what a run does. Arguments: the
 * server's folder (its certificate is in {@code tls/cert.pem}), a folder for the copy. A second run with the same folder reads changes.
 */
public final class DirectoryBench {
    private DirectoryBench() {}

    /** Runs it. */
    public static void main(String[] args) {
        Path server = Path.of(args[0]);
        ConnectionSettings connection = new ConnectionSettings(
                List.of(new Address("127.0.0.1", 10636)),
                Encryption.LDAPS,
                new Trust.Bundle(server.resolve("tls/cert.pem")),
                new Login.Simple("CN=admin,DC=ad,DC=example,DC=test", Secret.of("bench")));
        DirectorySettings settings = new DirectorySettings(connection, Scope.ALL, "ADTEST", Tracking.USN);
        LdapPeople people = new LdapPeople(settings, new FileCopyStore(Path.of(args[1])));

        long start = System.nanoTime();
        Outcome outcome = people.refresh(new Interest(Set.of("department"), Set.of()), new Findings());
        long read = System.nanoTime();
        long[] told = {0};
        LdapPeople.tell(outcome, row -> told[0]++);
        long end = System.nanoTime();
        System.out.printf(
                "%s; read %.2f s, told %,d people in %.2f s, peak heap %,d MiB of at most %,d MiB%n",
                outcome.way(),
                (read - start) / 1e9,
                told[0],
                (end - read) / 1e9,
                peak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
