package io.calque.cli.terminal;

import io.calque.engine.context.Context;
import io.calque.engine.folder.WorkspaceFolder;
import java.time.ZoneId;
import java.util.Map;

/** What use cases get from a command line: its terminal, the process's signals, the machine's zone. */
public final class WorkspaceContext {
    /** How a killed process ends, by convention 128 and the signal's number. */
    private static final int KILLED = 137;

    private WorkspaceContext() {}

    /** The context for work on a workspace. */
    public static Context of(Terminal terminal, WorkspaceFolder folder) {
        return new Context(
                folder,
                terminal.clock(),
                ZoneId.systemDefault(),
                actor(terminal.environment()),
                new TerminalProgress(terminal),
                terminal.cancellation(),
                work -> Thread.ofPlatform().daemon().name("calque").start(work),
                TerminalSecrets.of(terminal),
                () -> Runtime.getRuntime().halt(KILLED));
    }

    /** {@code DOMAIN\\user} on Windows, {@code user@host} elsewhere, as far as the environment says. */
    private static String actor(Map<String, String> environment) {
        String domain = environment.get("USERDOMAIN");
        String account = environment.get("USERNAME");
        if (domain != null && account != null) {
            return domain + "\\" + account;
        }
        String user = environment.getOrDefault("USER", environment.getOrDefault("LOGNAME", account));
        String host = environment.get("HOSTNAME");
        if (user == null || user.isEmpty()) {
            return "unknown";
        }
        return host == null || host.isEmpty() ? user : user + "@" + host;
    }
}
