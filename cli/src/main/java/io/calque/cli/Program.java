package io.calque.cli;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.Format;
import io.calque.cli.commands.CommandLines;
import io.calque.cli.commands.Commands;
import io.calque.cli.manual.ManualPages;
import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.report.json.Json;
import io.calque.security.file.SafeFile;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One run of the program over a given terminal: finds the command, runs it, and turns everything that goes wrong into findings. */
public final class Program {
    /** The version, as the build wrote it into the jar. */
    public static final String VERSION = version();

    private final Terminal terminal;
    private @Nullable Command command;

    private Program(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command line and returns the exit status. Prints to the terminal only and never ends the process. */
    public static int run(Terminal terminal, List<String> arguments) {
        Exit exit = new Program(terminal).guarded(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return exit.status();
    }

    /** Tells what went wrong after a run, and returns the exit status for it. */
    static int failed(Terminal terminal, Finding finding) {
        new FindingText(terminal.err(), terminal.errInk()).print(List.of(finding));
        terminal.err().flush();
        return Exit.FAILED.status();
    }

    /** The one place where faults, environment and bugs become findings and an exit status. */
    private Exit guarded(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (ParameterException e) {
            return failed(List.of(UsageFault.of(e)));
        } catch (Fault e) {
            return failed(e.findings());
        } catch (UncheckedIOException e) {
            return failed(List.of(Environment.unusable(e, terminal.directory())));
        } catch (InvalidPathException e) {
            return failed(List.of(Environment.impossible(e)));
        } catch (OutOfMemoryError e) {
            return failed(List.of(Environment.tooSmall()));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return failed(List.of(BugReport.of(e, arguments, terminal.environment())));
        }
    }

    private Exit dispatch(List<String> arguments) {
        String first = arguments.isEmpty() ? "--help" : arguments.getFirst();
        switch (first) {
            case "--version", "-V" -> terminal.out().println("calque " + VERSION);
            case "--help", "-h" -> RootHelp.print(terminal.out(), terminal.outInk());
            case "help" -> {
                return help(arguments.subList(1, arguments.size()));
            }
            default -> {
                Commands entry = Commands.named(first).orElseThrow(() -> new Fault(UsageFault.unknown(first)));
                return run(entry, arguments.subList(1, arguments.size()));
            }
        }
        return Exit.DONE;
    }

    private Exit help(List<String> arguments) {
        if (arguments.isEmpty()) {
            return dispatch(List.of("--help"));
        }
        if (!arguments.getFirst().equals("--man")) {
            return dispatch(List.of(arguments.getFirst(), "--help"));
        }
        String folder = arguments.size() < 2 ? "." : arguments.get(1);
        Path to = terminal.resolve(folder);
        new ManualPages(VERSION).all().forEach((name, page) -> SafeFile.writeText(to.resolve(name), page));
        return Exit.DONE;
    }

    private Exit run(Commands entry, List<String> arguments) {
        Command chosen = entry.command();
        command = chosen;
        CommandLine line = CommandLines.of(entry, chosen);
        line.parseArgs(arguments.toArray(String[]::new));
        if (line.isUsageHelpRequested()) {
            line.setUsageHelpWidth(Math.clamp(terminal.width(), 60, 120));
            line.usage(terminal.out(), CommandLine.Help.Ansi.OFF);
            return Exit.DONE;
        }
        if (!chosen.formats().contains(chosen.format())) {
            throw new Fault(UsageFault.format(entry, chosen));
        }
        return chosen.run(terminal);
    }

    private Exit failed(List<Finding> findings) {
        terminal.out().flush();
        if (command != null && command.format() == Format.JSON) {
            Json.line(terminal.out(), json -> json.put("ok", false).objects("findings", findings, Json::finding));
        }
        new FindingText(terminal.err(), terminal.errInk()).print(findings);
        return Exit.FAILED;
    }

    private static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
