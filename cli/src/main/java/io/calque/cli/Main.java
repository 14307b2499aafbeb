package io.calque.cli;

import io.calque.cli.terminal.ProcessInterrupts;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The program. */
public final class Main {
    private static final int DEFAULT_WIDTH = 100;

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        String training = System.getProperty("calque.training");
        System.exit(training == null ? run(List.of(args)) : Training.run(Path.of(training)));
    }

    private static int run(List<String> arguments) {
        ProcessInterrupts interrupts = new ProcessInterrupts();
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        try {
            Terminal terminal = terminal(System.getenv(), interrupts, out);
            int status = Program.run(terminal, arguments);
            return out.trouble()
                    .map(finding -> Program.failed(terminal, finding))
                    .orElse(status);
        } finally {
            interrupts.end();
        }
    }

    /** The launchers say which streams are terminals; without one, the JVM knows only whether all are. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to a console that is null without a terminal
    private static Terminal terminal(Map<String, String> environment, Cancellation interrupts, OutputStream out) {
        String told = System.getProperty("calque.terminal");
        Console console = System.console();
        boolean all = told == null && console != null && console.isTerminal();
        String attached = told == null ? "" : told;
        Attached terminals = new Attached(
                all || attached.contains("in"), all || attached.contains("out"), all || attached.contains("err"));
        return new Terminal(
                writer(out, terminals.out(), "stdout.encoding", false),
                writer(new FileOutputStream(FileDescriptor.err), terminals.err(), "stderr.encoding", true),
                new BufferedReader(new InputStreamReader(
                        new FileInputStream(FileDescriptor.in), charset(terminals.in(), "stdin.encoding"))),
                terminals,
                width(environment),
                Path.of("").toAbsolutePath(),
                environment,
                InstantSource.system(),
                interrupts);
    }

    private static PrintWriter writer(OutputStream stream, boolean terminal, String encoding, boolean flush) {
        return new PrintWriter(new OutputStreamWriter(stream, charset(terminal, encoding)), flush);
    }

    /** A terminal gets what it understands; files and pipes always UTF-8. */
    private static Charset charset(boolean terminal, String property) {
        String name = System.getProperty(property);
        return terminal && name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private static int width(Map<String, String> environment) {
        try {
            int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
            return columns < 20 ? DEFAULT_WIDTH : columns;
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }
}
