package io.calque.cli;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.directory.Rehearsal;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
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

    private static final String PASSWORD = "CALQUE_REHEARSAL";
    private static final int CHANGES = 20;

    private Training() {}

    static int run(Path folder) {
        Terminal terminal = new Terminal(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new BufferedReader(Reader.nullReader()),
                Attached.NONE,
                80,
                folder.toAbsolutePath(),
                Map.of(
                        "NO_COLOR",
                        "1",
                        PASSWORD,
                        PASSWORD,
                        "XDG_CONFIG_HOME",
                        folder.toAbsolutePath().toString()),
                InstantSource.system(),
                Cancellation.NONE);
        COMMANDS.forEach(command -> Program.run(terminal, command));
        try {
            directory(folder, terminal);
        } catch (IOException e) {
            // Where no port can be opened, starts that read a directory are slower; nothing else is amiss.
            return 1;
        }
        return 0;
    }

    /** A directory read whole, read again, and read after some changes; then one that is not trusted. */
    private static void directory(Path folder, Terminal terminal) throws IOException {
        Path workspace = Files.createDirectories(folder.resolve("directory"));
        List<String> read = List.of("directory", "directory", "--read");
        Path settings = Files.createDirectories(folder.resolve("calque")).resolve("credentials.yaml");
        Files.writeString(settings, "trustedHosts: [localhost]\n");
        int port;
        try (Rehearsal rehearsal = Rehearsal.start(workspace, 0, PASSWORD, 0)) {
            port = rehearsal.port();
            Files.writeString(workspace.resolve("policies.yaml"), "conferencing: {}\n");
            Files.writeString(workspace.resolve("calque.yaml"), settings(port, "{bundle: rehearsal.pem}"));
            Program.run(terminal, read);
            Program.run(terminal, read);
        }
        try (Rehearsal changed = Rehearsal.start(workspace, port, PASSWORD, CHANGES)) {
            Program.run(terminal, read);
            Files.writeString(workspace.resolve("calque.yaml"), settings(changed.port(), "system"));
            Program.run(terminal, List.of("directory", "directory"));
        }
    }

    private static String settings(int port, String trust) {
        return """
                product: lync-2010
                people:
                  ldap:
                    servers: [localhost:%d]
                    trust: %s
                    login: {simple: {user: CN=reader, passwordFrom: env:%s}}
                    disabled: true
                    changes: usn
                """.formatted(port, trust, PASSWORD);
    }
}
