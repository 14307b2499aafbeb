package io.calque.remoting.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The program that {@code CALQUE_LAB} names: a real PowerShell engine over a simulated pool in a state file. */
public final class ScriptLab {
    private static final String WHY = "the PowerShell lab is not there: set CALQUE_LAB to its program, ps-lab";

    private final String program;
    private final Path folder;

    private ScriptLab(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The lab, working in that folder; the test is skipped where there is none. */
    public static ScriptLab orSkip(Path folder) {
        String program = System.getenv("CALQUE_LAB");
        Assumptions.assumeTrue(program != null && Files.isExecutable(Path.of(program)), WHY);
        return new ScriptLab(String.valueOf(program), folder);
    }

    /** What a run left behind. */
    public record Run(int exit, String out, String err) {}

    /** Runs the lab to its end. */
    public Run run(String input, String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "lab", ".out");
            Path err = Files.createTempFile(folder, "lab", ".err");
            Path in = Files.writeString(Files.createTempFile(folder, "lab", ".in"), input);
            List<String> command = new ArrayList<>(List.of(program));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the lab did not end: " + command);
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new pool with so many accounts; the state file's name. */
    public String pool(int users, String product) {
        String state = "pool" + Math.floorMod(System.nanoTime(), 1_000_000_000) + ".json";
        expect(run("", "state", state, "init", "-Users", Integer.toString(users), "-Product", product));
        return state;
    }

    /** The pool as it is now. */
    public Json dump(String state) {
        return Json.parse(expect(run("", "state", state, "dump")).out());
    }

    /** Changes the pool by a JSON merge patch. */
    public void patch(String state, String patch) {
        expect(run(patch, "state", state, "set"));
    }

    /** What the parser says of a script. */
    public Json parse(Path script) {
        return Json.parse(expect(run("", "parse", script.toString())).out());
    }

    /** Runs a script on a pool. */
    public Run script(String state, Path script, String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", script.toString(), "-State", state, "--"));
        all.addAll(List.of(arguments));
        return run("", all.toArray(String[]::new));
    }

    /** The calls of cmdlets that the pool saw, in order. */
    public List<Json> calls(String state) {
        try (Stream<String> lines = Files.lines(folder.resolve(state + ".log"), StandardCharsets.UTF_8)) {
            return lines.map(Json::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run expect(Run run) {
        if (run.exit() != 0) {
            throw new IllegalStateException("the lab failed: " + run);
        }
        return run;
    }
}
