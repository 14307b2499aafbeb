package io.calque.cli.server;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TerminalSecrets;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.security.password.PasswordException;
import io.calque.security.password.PasswordSource;
import io.calque.security.secret.Secret;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Who logs in. A password comes from {@code CALQUE_PASSWORD}, from the first line of a file, or is asked for; never from the command line,
 * which other users of the machine can see.
 */
final class AccountOptions {
    private static final String VARIABLE = "CALQUE_PASSWORD";
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
        PasswordSource source = passwordFile != null
                ? new PasswordSource.File(passwordFile)
                : terminal.environment().containsKey(VARIABLE)
                        ? new PasswordSource.Environment(VARIABLE)
                        : new PasswordSource.Prompt();
        try {
            return TerminalSecrets.passwords(terminal).fetch(source, terminal.directory(), "Password of " + name);
        } catch (PasswordException e) {
            throw switch (e.reason()) {
                case OPEN_FILE ->
                    new Fault(
                            Finding.of(Code.PASSWORD_FILE_OPEN, e.getMessage()).help(e.help()));
                case MISSING ->
                    new Fault(Finding.of(Code.USAGE, "there is no password for " + name + ": " + e.getMessage())
                            .help("Set " + VARIABLE + ", give --password-file, or run it at a terminal to be asked"));
            };
        }
    }
}
