package io.calque.security.secret;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A password or another secret. It never prints itself, is never equal to another one, and can be wiped. Whoever needs the
 * characters borrows a copy for the length of one call ({@link #use}); the copy is wiped afterwards.
 * Where it comes from (environment, file, prompt) is the business of the command line. Thread-safe.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;
    private boolean closed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** A secret with a copy of these characters; the caller may wipe its own. */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /** A secret from a text, for sources that give nothing else, such as the environment. */
    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /**
     * Lends a copy of the characters to {@code reader}, then wipes the copy.
     *
     * @throws IllegalStateException when the secret was closed
     */
    public <T> T use(Function<char[], T> reader) {
        var lent = copy();
        try {
            return reader.apply(lent);
        } finally {
            Arrays.fill(lent, '\0');
        }
    }

    /** Whether there is not a single character in it. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    private synchronized char[] copy() {
        if (closed) {
            throw new IllegalStateException("the secret was wiped");
        }
        return characters.clone();
    }

    /** Wipes it; it can't be used after that. */
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(characters, '\0');
    }

    /** Always {@code ***}. */
    @Override
    public String toString() {
        return "***";
    }
}
