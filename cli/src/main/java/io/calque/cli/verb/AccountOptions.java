package io.calque.cli.verb;

import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.powershell.auth.Credentials;
import io.calque.powershell.auth.Login;
import io.calque.powershell.auth.Mechanism;
import io.calque.security.secret.Secret;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Who logs in. A password comes from {@code CALQUE_PASSWORD}, from the first line of a file, or is asked for; never from the command line,
 * which other users of the machine can see.
 */
final class AccountOptions {
    private static final String REALMS = "java.security.krb5.conf";

    @Option(
            names = "--user",
            paramLabel = "USER",
            description =
                    "DOMAIN\\name or name@realm; else CALQUE_USER; without either the Kerberos tickets that are there")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "a file whose first line is the password; else CALQUE_PASSWORD, else it is asked for")
    private @Nullable String passwordFile;

    /** Who logs in, and what must not be written down. Closing wipes the password. */
    record Account(Login login, List<Secret> secrets) implements AutoCloseable {
        @Override
        public void close() {
            secrets.forEach(Secret::close);
        }
    }

    Account open(Terminal terminal, Mechanism mechanism) {
        findRealms(terminal.environment());
        String name = user == null ? terminal.environment().get("CALQUE_USER") : user;
        if (name == null || name.isBlank()) {
            return new Account(Login.by(mechanism, new Credentials.TicketCache(null)), List.of());
        }
        Secret password = password(terminal, name);
        return new Account(Login.by(mechanism, new Credentials.Password(name, password)), List.of(password));
    }

    /** As kinit does: the first file that KRB5_CONFIG names. Java itself looks for /etc/krb5.conf and a property only. */
    private static void findRealms(Map<String, String> environment) {
        String named = environment.getOrDefault("KRB5_CONFIG", "").split(File.pathSeparator, -1)[0];
        if (!named.isEmpty() && System.getProperty(REALMS) == null) {
            System.setProperty(REALMS, named);
        }
    }

    private Secret password(Terminal terminal, String name) {
        if (passwordFile != null) {
            return firstLine(terminal.resolve(passwordFile));
        }
        String given = terminal.environment().get("CALQUE_PASSWORD");
        if (given != null) {
            return Secret.of(given);
        }
        Console console = terminal.interactive() ? System.console() : null;
        if (console == null) {
            throw new Fault(Finding.of(Code.USAGE, "there is no password for " + name)
                    .help("Set CALQUE_PASSWORD, give --password-file, or run it at a terminal to be asked"));
        }
        char[] typed = console.readPassword("Password of %s: ", name);
        return typed == null ? Secret.of("") : Secret.of(typed);
    }

    private static Secret firstLine(Path file) {
        try {
            String text = Files.readString(file);
            return Secret.of(text.lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
