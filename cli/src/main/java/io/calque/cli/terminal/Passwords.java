package io.calque.cli.terminal;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.PasswordFrom;
import io.calque.engine.context.PasswordSource;
import io.calque.security.secret.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fetches passwords from where settings say: the environment, a file, a question. They are never printed. */
public final class Passwords implements PasswordSource {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Terminal terminal;

    /** Passwords from a terminal's environment, and asked for on it. */
    public Passwords(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Secret fetch(PasswordFrom from, Path folder, String question) {
        Secret secret = switch (from) {
            case PasswordFrom.Environment(var name) -> environment(name);
            case PasswordFrom.File(var path) -> file(folder.resolve(path), path);
            case PasswordFrom.Prompt() -> ask(question);
        };
        if (secret.isEmpty()) {
            throw missing("the password is empty", "Write one; an empty password would be no login at all");
        }
        return secret;
    }

    private Secret environment(String name) {
        String value = terminal.environment().get(name);
        if (value == null) {
            throw missing(
                    "the environment variable " + name + ", which holds a password, is not set",
                    "Set it for this command alone");
        }
        return Secret.of(value);
    }

    private static Secret file(Path file, String path) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            owned(path, file);
            String line = reader.readLine();
            return Secret.of(line == null ? "" : line);
        } catch (IOException e) {
            throw missing("the file " + path + ", which holds a password, can't be read: " + e.getMessage(), null);
        }
    }

    /** Refuses a file that others may read, where the file system knows owners and others. */
    private static void owned(String path, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> rights = view.readAttributes().permissions();
        if (rights.stream().anyMatch(OTHERS::contains)) {
            throw new Fault(Finding.of(
                            Code.PASSWORD_FILE_OPEN,
                            "the file " + path + ", which holds a password, is open to other accounts ("
                                    + PosixFilePermissions.toString(rights) + ")")
                    .help("chmod 600 " + path));
        }
    }

    private Secret ask(String question) {
        char[] typed = terminal.interactive()
                ? Objects.requireNonNull(System.console()).readPassword("%s: ", question)
                : null;
        if (typed == null) {
            throw missing(
                    "a password prompt is needed, but no terminal is attached",
                    "Use passwordFrom: env:NAME or file:PATH");
        }
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private static Fault missing(String message, @Nullable String help) {
        return new Fault(Finding.of(Code.UNREADABLE_FILE, message).help(help));
    }
}
