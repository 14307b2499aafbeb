package io.calque.remoting.lab;

import io.calque.remoting.outofproc.OutOfProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** One simulated pool in a folder, and the ways to reach it. */
public final class Lab {
    private final Path program;
    private final Path folder;

    private Lab(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** A fresh pool of that many users; skips the test where the lab is not there. */
    public static Lab in(Path folder, int users) {
        String program = System.getenv("CALQUE_LAB");
        Assumptions.assumeTrue(
                program != null && !program.isEmpty() && Files.isExecutable(Path.of(program)),
                "the PowerShell lab is not there; set CALQUE_LAB to its program ps-lab");
        Lab lab = new Lab(Path.of(program), folder);
        lab.run("state", lab.state().toString(), "init", "-Users", Integer.toString(users));
        return lab;
    }

    /** The file that holds the pool. */
    public Path state() {
        return folder.resolve("state.json");
    }

    /** Sessions on the standard streams of a process of their own. */
    public OutOfProcess stdio(String... more) {
        return OutOfProcess.start(command("stdio", more));
    }

    /** A process that serves sessions on a Unix socket until it is closed. */
    public Pipe pipe(String... more) {
        Path socket = folder.resolve("socket");
        List<String> command = command("pipe", more);
        command.add(2, socket.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            if (out.readLine() == null) {
                throw new IllegalStateException("the lab did not start: " + command);
            }
            return new Pipe(process, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lab process on a socket. */
    public record Pipe(Process process, Path socket) implements AutoCloseable {

        /** A new connection. */
        public OutOfProcess connect() {
            return OutOfProcess.connect(socket);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private List<String> command(String mode, String... more) {
        List<String> command = new ArrayList<>(List.of(program.toString(), mode));
        command.addAll(
                List.of("-State", state().toString(), "-Faults", faultsFile().toString()));
        command.addAll(List.of(more));
        return command;
    }

    private Path faultsFile() {
        return folder.resolve("faults.json");
    }

    /** Sets what goes wrong; the lab reads it at once. */
    public void faults(String json) {
        try {
            Path fresh = Files.writeString(folder.resolve("faults.new"), json);
            Files.move(fresh, faultsFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every cmdlet call so far, one JSON object each. */
    public List<String> log() {
        try {
            Path log = folder.resolve("state.json.log");
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .reduce("", (a, b) -> a + b + "\n");
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
