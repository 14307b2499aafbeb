package io.calque.remoting.lab;

import io.calque.security.tls.Trust;
import io.calque.security.tls.TrustException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A lab that serves one pool over HTTPS until it is closed. */
public final class HttpsLab implements AutoCloseable {
    /** The account that the server knows. */
    public static final String USER = "CONTOSO\\admin";

    /** Its password. */
    public static final String PASSWORD = "Pä55\\w:rd <&>";

    private final Process process;
    private final Path folder;
    private final Path state;
    private final String url;
    private final Path certificate;

    private HttpsLab(Process process, Path folder, Path state, String url, Path certificate) {
        this.process = process;
        this.folder = folder;
        this.state = state;
        this.url = url;
        this.certificate = certificate;
    }

    /** Serves the pool with the account above and these further options. */
    public static HttpsLab serve(Lab lab, Path folder, String... options) {
        var all = new ArrayList<>(List.of("-User", "admin", "-Password", PASSWORD, "-Domain", "CONTOSO"));
        all.addAll(List.of(options));
        return start(lab, folder, Map.of(), all);
    }

    /** Serves the pool with these options and environment variables only. */
    public static HttpsLab start(Lab lab, Path folder, Map<String, String> environment, List<String> options) {
        try {
            Files.writeString(folder.resolve("https-faults.json"), "{}");
            var command = new ArrayList<>(List.of(
                    System.getenv("CALQUE_LAB"), "serve", "-State", lab.state().toString()));
            command.addAll(
                    List.of("-Faults", folder.resolve("https-faults.json").toString()));
            command.addAll(options);
            var builder = new ProcessBuilder(command)
                    .redirectError(folder.resolve("lab.err").toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var line = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (line == null) {
                throw new IllegalStateException(
                        "the lab did not start: " + Files.readString(folder.resolve("lab.err")));
            }
            return new HttpsLab(process, folder, lab.state(), value(line, "url"), Path.of(value(line, "certificate")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String json, String key) {
        var matcher = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("the lab said: " + json);
        }
        return matcher.group(1);
    }

    /** The endpoint. */
    public String url() {
        return url;
    }

    /** The server's certificate in PEM form. */
    public byte[] certificate() {
        try {
            return Files.readAllBytes(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trust in its certificate alone. */
    public Trust.Bundle trust() {
        try {
            return Trust.bundle(certificate());
        } catch (TrustException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets what goes wrong from now on, one rule each; none heals everything. */
    public void faults(String... rules) {
        try {
            var fresh =
                    Files.writeString(folder.resolve("faults.new"), "{\"rules\":[" + String.join(",", rules) + "]}");
            Files.move(
                    fresh,
                    folder.resolve("https-faults.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many calls of that cmdlet the pool has seen that name that text. */
    public long calls(String cmdlet, String text) {
        return lines(".log").stream()
                .filter(line -> line.contains("\"" + cmdlet + "\"") && line.contains(text))
                .count();
    }

    /** The same without the questions whether to go on, which write nothing. */
    public long writes(String cmdlet, String text) {
        return lines(".log").stream()
                .filter(line -> line.contains("\"" + cmdlet + "\"") && line.contains(text))
                .filter(line -> !line.contains("\"whatIf\""))
                .count();
    }

    /** Every HTTP request so far, one JSON object each. */
    public List<String> requests() {
        return lines(".http.log");
    }

    private List<String> lines(String suffix) {
        try {
            var log = Path.of(state + suffix);
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(certificate);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
