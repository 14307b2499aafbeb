package io.calque.cli.script;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A test domain controller of {@code scripts/samba}, on a loopback address of its own; gone when it is closed. */
final class DomainController implements AutoCloseable {
    static final String HOST = "dc1.ad.example.test";
    private static final Path SCRIPTS =
            Path.of("..", "scripts", "samba").toAbsolutePath().normalize();
    private static final int PEOPLE = 1600;

    private final Path tree;
    private final String address;

    private DomainController(Path tree, String address) {
        this.tree = tree;
        this.address = address;
    }

    /** Starts one below a folder; skips the test where none can be started. */
    static DomainController start(Path below) throws IOException {
        assumeTrue(
                "root".equals(System.getProperty("user.name"))
                        && Files.isExecutable(Path.of("/usr/sbin/samba"))
                        && Files.isExecutable(Path.of("/usr/bin/ldbadd")),
                "no Samba domain controller: run as root where the packages of scripts/integration-packages.txt are installed");
        long pid = ProcessHandle.current().pid();
        String address = "127." + (20 + pid / 62500 % 200) + "." + (1 + pid / 250 % 250) + "." + (1 + pid % 250);
        Files.writeString(
                Path.of("target", "test-classes", "hosts"),
                "127.0.0.1 localhost\n" + address + " " + HOST + " other.ad.example.test\n");
        DomainController started = new DomainController(below.resolve("dc"), address);
        started.script("up.sh", started.tree.toString(), address, Integer.toString(PEOPLE));
        return started;
    }

    Path tree() {
        return tree;
    }

    String address() {
        return address;
    }

    /** Changes the directory while the controller runs, by LDIF. */
    void modify(Path ldif) {
        String socket = tree.resolve("private/ldap_priv/ldapi").toString().replace("/", "%2F");
        run("ldbmodify", "-H", "ldapi://" + socket, ldif.toString());
    }

    /** Fetches tickets of the reading account into a file. */
    void kinit(Path tickets) {
        Path settings = tree.resolve("krb5.conf");
        write(settings, """
                [libdefaults]
                default_realm = AD.EXAMPLE.TEST
                dns_lookup_kdc = false
                udp_preference_limit = 1
                [realms]
                AD.EXAMPLE.TEST = {
                    kdc = %s
                }
                """.formatted(address));
        String keytab = tree.resolve("svc-calque.keytab").toString();
        run(
                "env",
                "KRB5_CONFIG=" + settings,
                "kinit",
                "-fp",
                "-k",
                "-t",
                keytab,
                "-c",
                "FILE:" + tickets,
                "svc-calque@AD.EXAMPLE.TEST");
    }

    void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void script(String name, String... arguments) {
        run(Stream.concat(Stream.of(SCRIPTS.resolve(name).toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    void run(String... command) {
        Path log = Path.of("target", "samba.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(List.of(command) + " failed, see " + log.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        script("stop.sh", tree.toString());
    }
}
