package io.calque.security.password;

import java.util.Optional;

/** Where a password comes from. It is never in a workspace file or on a command line. */
public sealed interface PasswordSource {
    /** An environment variable. */
    record Environment(String name) implements PasswordSource {}

    /** The first line of a file, relative to the workspace. */
    record File(String path) implements PasswordSource {}

    /** A question to whoever sits at the terminal. */
    record Prompt() implements PasswordSource {}

    /** Reads {@code env:NAME}, {@code file:PATH} or {@code prompt}; empty for anything else. */
    static Optional<PasswordSource> of(String text) {
        if (text.equals("prompt")) {
            return Optional.of(new Prompt());
        }
        if (text.startsWith("env:") && text.length() > 4) {
            return Optional.of(new Environment(text.substring(4)));
        }
        return text.startsWith("file:") && text.length() > 5
                ? Optional.of(new File(text.substring(5)))
                : Optional.empty();
    }
}
