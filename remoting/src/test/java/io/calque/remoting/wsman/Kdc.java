package io.calque.remoting.wsman;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A Kerberos realm of its own on loopback: Debian's krb5-kdc and krb5-admin-server, in a folder of the test. */
final class Kdc implements AutoCloseable {
    static final String REALM = "CALQUE.TEST";
    static final String PASSWORD = "Kerberos-9";

    private static final String CONFIGURATION = "java.security.krb5.conf";

    private final Path folder;
    private final Process process;
    private final @Nullable String before;

    private Kdc(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.before = System.getProperty(CONFIGURATION);
        System.setProperty(CONFIGURATION, configuration().toString());
    }

    /** A realm with the user ann and the service HTTP/localhost; skips the test where no KDC is installed. */
    static Kdc in(Path folder) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/krb5kdc"))
                        && Files.isExecutable(Path.of("/usr/sbin/kadmin.local")),
                "no Kerberos KDC is installed; install krb5-kdc and krb5-admin-server, or run ./check as root");
        try {
            var port = freePort();
            Files.writeString(folder.resolve("krb5.conf"), """
                    [libdefaults]
                      default_realm = %1$s
                      dns_lookup_kdc = false
                      dns_lookup_realm = false
                      dns_canonicalize_hostname = false
                      rdns = false
                      udp_preference_limit = 1
                    [realms]
                      %1$s = {
                        kdc = 127.0.0.1:%2$d
                      }
                    [domain_realm]
                      localhost = %1$s
                    """.formatted(REALM, port));
            Files.writeString(folder.resolve("kdc.conf"), """
                    [kdcdefaults]
                      kdc_listen = 127.0.0.1:%2$d
                      kdc_tcp_listen = 127.0.0.1:%2$d
                    [realms]
                      %1$s = {
                        database_name = %3$s/principal
                        key_stash_file = %3$s/stash
                        acl_file = %3$s/acl
                        supported_enctypes = aes256-cts-hmac-sha1-96:normal
                      }
                    [logging]
                      kdc = FILE:%3$s/kdc.log
                    """.formatted(REALM, port, folder));
            run(folder, "/usr/sbin/kdb5_util", "-r", REALM, "create", "-s", "-P", "master");
            run(folder, "/usr/sbin/kadmin.local", "-r", REALM, "-q", "addprinc -pw " + PASSWORD + " ann");
            run(folder, "/usr/sbin/kadmin.local", "-r", REALM, "-q", "addprinc -randkey HTTP/localhost");
            var kdc = new Kdc(
                    folder,
                    builder(folder, List.of("/usr/sbin/krb5kdc", "-n", "-r", REALM))
                            .start());
            waitFor(port);
            return kdc;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The realm's krb5.conf. */
    Path configuration() {
        return folder.resolve("krb5.conf");
    }

    /** A keytab of one principal; its password stays what it was. */
    Path keytab(String principal) {
        var file = folder.resolve(principal.replace('/', '-') + ".keytab");
        if (!Files.exists(file)) {
            run(folder, "/usr/sbin/kadmin.local", "-r", REALM, "-q", "ktadd -norandkey -k " + file + " " + principal);
        }
        return file;
    }

    /** A ticket cache of one user, as kinit makes it; skips the test where there is no kinit. */
    Path cache(String principal) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/kinit")),
                "no kinit is installed; install krb5-user, or run ./check as root");
        var file = folder.resolve(principal + ".cache");
        run(
                folder,
                "/usr/bin/kinit",
                "-k",
                "-t",
                keytab(principal).toString(),
                "-c",
                file.toString(),
                principal + "@" + REALM);
        return file;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void waitFor(int port) throws IOException {
        for (int i = 0; ; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (i == 100) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder builder(Path folder, List<String> command) {
        var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.environment().put("KRB5_CONFIG", folder.resolve("krb5.conf").toString());
        builder.environment().put("KRB5_KDC_PROFILE", folder.resolve("kdc.conf").toString());
        builder.redirectOutput(folder.resolve("krb5.out").toFile());
        return builder;
    }

    private static void run(Path folder, String... command) {
        try {
            var process = builder(folder, List.of(command)).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        List.of(command) + ": " + Files.readString(folder.resolve("krb5.out"), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (before == null) {
            System.clearProperty(CONFIGURATION);
        } else {
            System.setProperty(CONFIGURATION, before);
        }
    }
}
