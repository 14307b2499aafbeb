package io.calque.cli;

import io.calque.cli.terminal.Interrupts;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What the launchers run once to make the ahead-of-time cache: what people run most, on a small sample, printing nothing. */
final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("plan", "--help"),
            List.of("demo", "sample", "--people", "50"),
            List.of("check", "sample"),
            List.of("policies", "sample"),
            List.of("policies", "sample", "--format", "csv"),
            List.of("policies", "sample", "--format", "json"),
            List.of("plan", "sample", "--format", "json"),
            List.of("drift", "sample"),
            List.of("audit", "sample", "--format", "json"),
            List.of("mistyped"));

    private Training() {}

    static int run(Path folder) {
        Terminal terminal = new Terminal(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new BufferedReader(Reader.nullReader()),
                Attached.NONE,
                80,
                folder.toAbsolutePath(),
                Map.of("NO_COLOR", "1"),
                InstantSource.system(),
                Interrupts.NONE);
        COMMANDS.forEach(command -> Program.run(terminal, command));
        return 0;
    }
}
