package io.calque.remoting.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate with its key, made by keytool once per kind and test run. */
public record TestCertificate(KeyStore keys) {
    private static final ConcurrentMap<String, TestCertificate> MADE = new ConcurrentHashMap<>();
    private static final String PASSWORD = "test-only";

    /** For localhost. */
    public static TestCertificate localhost() {
        return of("EC", "SHA256withECDSA", "dns:localhost", 2);
    }

    /** For those names, with that signature, valid for so many days from now (negative: in the past). */
    public static TestCertificate of(String keyAlgorithm, String signature, String names, int days) {
        return MADE.computeIfAbsent(
                keyAlgorithm + signature + names + days, k -> make(keyAlgorithm, signature, names, days));
    }

    private static TestCertificate make(String keyAlgorithm, String signature, String names, int days) {
        try {
            var folder = Files.createTempDirectory("calque-keys");
            var file = folder.resolve("keys.p12");
            var tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var command = new ArrayList<>(List.of(tool, "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
            command.addAll(
                    List.of("-genkeypair", "-keystore", file.toString(), "-storepass", PASSWORD, "-alias", "server"));
            command.addAll(List.of(
                    "-dname", "CN=calque test", "-keyalg", keyAlgorithm, "-sigalg", signature, "-ext", "san=" + names));
            command.addAll(
                    List.of("-startdate", days < 0 ? "-10d" : "-1d", "-validity", days < 0 ? "5" : "" + (days + 1)));
            if (keyAlgorithm.equals("RSA")) {
                command.addAll(List.of("-keysize", "2048")); // the default takes seconds to find
            }
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
            var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            Files.delete(file);
            Files.delete(folder);
            return new TestCertificate(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate. */
    public X509Certificate certificate() {
        try {
            return (X509Certificate) keys.getCertificate("server");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's side of TLS with it. */
    public SSLContext server() {
        try {
            var factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
