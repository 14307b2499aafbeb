package io.calque.cli.terminal;

import io.calque.security.credential.UserSecrets;
import io.calque.security.password.Passwords;
import java.nio.file.Path;
import java.util.Objects;

/** Passwords from a terminal's environment, or asked for on it. */
public final class TerminalSecrets {
    private TerminalSecrets() {}

    /** The secrets of whoever sits at a terminal. */
    public static UserSecrets of(Terminal terminal) {
        return new UserSecrets(
                passwords(terminal),
                UserSecrets.place(terminal.environment(), Path.of(System.getProperty("user.home"))));
    }

    /** Their passwords. */
    public static Passwords passwords(Terminal terminal) {
        return new Passwords(
                terminal.environment(),
                question -> terminal.interactive()
                        ? Objects.requireNonNull(System.console()).readPassword("%s: ", question)
                        : null);
    }
}
