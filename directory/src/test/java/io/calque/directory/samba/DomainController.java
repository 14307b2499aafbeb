package io.calque.directory.samba;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import io.calque.security.tls.TrustException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The test domain controller of {@code scripts/samba}: started once for all tests of a run, on a loopback address of its own. */
final class DomainController {
    static final int PEOPLE = 1600;
    static final int ENABLED = PEOPLE - PEOPLE / 25;
    static final String HOST = "dc1.ad.example.test";
    static final String DOMAIN = "DC=ad,DC=example,DC=test";
    static final String BASE = "OU=Calque," + DOMAIN;
    static final String REALM = "AD.EXAMPLE.TEST";
    static final String READER = "svc-calque@" + REALM;
    static final String PASSWORD = "Passw0rd!Reader";

    private static @Nullable DomainController running;

    private final Path scripts =
            Path.of("..", "scripts", "samba").toAbsolutePath().normalize();
    private final Path tree;
    private final String address;

    private DomainController() throws IOException {
        long pid = ProcessHandle.current().pid();
        this.address = "127." + (20 + pid / 62500 % 200) + "." + (1 + pid / 250 % 250) + "." + (1 + pid % 250);
        this.tree = Files.createTempDirectory("calque-dc");
        Files.delete(tree);
        Files.writeString(
                Path.of("target", "hosts"),
                "127.0.0.1 localhost\n" + address + " " + HOST + " other.ad.example.test\n");
    }

    /** The controller; skips the test where none can be started. */
    static synchronized DomainController get() {
        if (running == null) {
            boolean root = "root".equals(System.getProperty("user.name"));
            assumeTrue(
                    root
                            && Files.isExecutable(Path.of("/usr/sbin/samba"))
                            && Files.isExecutable(Path.of("/usr/bin/ldbadd")),
                    "no Samba domain controller: run as root where the packages of scripts/integration-packages.txt are installed");
            try {
                DomainController started = new DomainController();
                Runtime.getRuntime().addShutdownHook(new Thread(started::dispose));
                started.run("up.sh", started.tree.toString(), started.address, Integer.toString(PEOPLE));
                running = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    void stop() {
        run("stop.sh", tree.toString());
    }

    void start() {
        run("start.sh", tree.toString(), address);
    }

    /** Keeps the database as it is now, for {@link #putBack}; the controller is not running for a moment. */
    void snapshot() {
        stop();
        execute("rm", "-rf", saved().toString());
        execute("cp", "-a", "--sparse=always", tree.resolve("private").toString(), saved().toString());
        start();
    }

    /** Puts the database back, as a virtual machine is put back to a snapshot: under the same identity. */
    void putBack() {
        stop();
        execute("rm", "-rf", tree.resolve("private").toString());
        execute(
                "cp",
                "-a",
                "--sparse=always",
                saved().toString(),
                tree.resolve("private").toString());
        start();
    }

    private Path saved() {
        return tree.resolve("private.saved");
    }

    private void dispose() {
        stop();
        execute("rm", "-rf", tree.toString());
    }

    private void run(String script, String... arguments) {
        execute(Stream.concat(Stream.of(scripts.resolve(script).toString()), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private void execute(String... arguments) {
        List<String> command = List.of(arguments);
        try {
            Path log = Path.of("target", "samba.log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed, see " + log.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Path ca() {
        return tree.resolve("private/tls/ca.pem");
    }

    /** Trust in the domain's own authority. */
    Trust trust() {
        try {
            return Trust.bundle(ca());
        } catch (TrustException e) {
            throw new IllegalStateException(e);
        }
    }

    Path certificate() {
        return tree.resolve("private/tls/cert.pem");
    }

    Path keytab() {
        return tree.resolve("svc-calque.keytab");
    }

    String kdc() {
        return address;
    }

    Address at(Encryption encryption) {
        return new Address(HOST, encryption.port());
    }

    /** A place where no controller listens. */
    Address nowhere() {
        return new Address(address, 9);
    }

    ConnectionSettings settings(Encryption encryption, Login login) {
        return new ConnectionSettings(List.of(at(encryption)), encryption, trust(), login);
    }

    ConnectionSettings settings() {
        return settings(Encryption.LDAPS, reader());
    }

    static Login reader() {
        return new Login.Simple(READER, Secret.of(PASSWORD));
    }

    static Login administrator() {
        return new Login.Simple("administrator@" + REALM, Secret.of("Passw0rd!Test"));
    }

    /** For changes to the directory. */
    LDAPConnection asAdministrator() throws LDAPException {
        try {
            LDAPConnection connection = new LDAPConnection(
                    new SSLUtil(new PEMFileTrustManager(ca().toFile())).createSSLSocketFactory(), HOST, 636);
            connection.bind("administrator@" + REALM, "Passw0rd!Test");
            return connection;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
