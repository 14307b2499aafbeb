package io.calque.cli.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A pool that the PowerShell lab serves over HTTPS until this is closed. */
final class LabServer implements AutoCloseable {
    private final Process process;
    private final String told;

    private LabServer(Process process, String told) {
        this.process = process;
        this.told = told;
    }

    /** Serves a new pool of five users; skips the test where there is no lab. Its pool, log and control file of faults lie in the folder. */
    static LabServer in(Path folder, String... options) {
        String lab = System.getenv("CALQUE_LAB");
        Assumptions.assumeTrue(
                lab != null && !lab.isEmpty(), "no PowerShell lab: set CALQUE_LAB to its program, or run ./check");
        try {
            Path state = Files.createDirectories(folder).resolve("pool.json");
            Files.writeString(folder.resolve("faults.json"), "{}");
            Process made = new ProcessBuilder(lab, "state", state.toString(), "init", "-Users", "5")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("init.log").toFile())
                    .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("init.log")));
            }
            List<String> command = new ArrayList<>(List.of(lab, "serve", "-State", state.toString()));
            command.addAll(List.of("-Faults", folder.resolve("faults.json").toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("lab.err").toFile())
                    .start();
            String told = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (told == null) {
                throw new IllegalStateException(Files.readString(folder.resolve("lab.err")));
            }
            return new LabServer(process, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String port() {
        return value("port");
    }

    Path certificate() {
        return Path.of(value("certificate"));
    }

    private String value(String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":\"?([^\",}]+)").matcher(told);
        if (!matcher.find()) {
            throw new IllegalStateException("the lab said: " + told);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(certificate());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
