package io.calque.security.password;

import io.calque.security.file.ClosedFile;
import io.calque.security.file.OpenFileException;
import io.calque.security.password.PasswordException.Reason;
import io.calque.security.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches passwords from where they are: the environment, a file, a question. They are never printed. */
public final class Passwords {
    /** No password is longer; a device that never ends is left alone after so much. */
    private static final int MOST_BYTES = 4096;

    private final Map<String, String> environment;
    private final Prompt prompt;

    /** Asks whoever sits at the terminal. */
    @FunctionalInterface
    public interface Prompt {
        /** What was typed, without an echo; null when there is no terminal. The caller wipes it. */
        char @Nullable [] ask(String question);
    }

    /** Passwords from an environment, from files, and by questions. */
    public Passwords(Map<String, String> environment, Prompt prompt) {
        this.environment = Map.copyOf(environment);
        this.prompt = prompt;
    }

    /**
     * The password; never empty, because an empty one is no login at all.
     *
     * @param folder what paths are relative to
     * @param question what to ask where a person is to be asked
     * @throws PasswordException when there is none, or its file is open to other accounts
     */
    public Secret fetch(PasswordSource source, Path folder, String question) throws PasswordException {
        Secret secret = switch (source) {
            case PasswordSource.Environment(String name) -> environment(name);
            case PasswordSource.File(String path) -> file(folder.resolve(path), path);
            case PasswordSource.Prompt() -> ask(question);
        };
        if (secret.isEmpty()) {
            throw new PasswordException(
                    Reason.MISSING, "the password is empty", "Give one; an empty password would be no login at all");
        }
        return secret;
    }

    private Secret environment(String name) throws PasswordException {
        String value = environment.get(name);
        if (value == null) {
            throw new PasswordException(
                    Reason.MISSING,
                    "the environment variable " + name + ", which holds a password, is not set",
                    "Set it for this command alone");
        }
        return Secret.of(value);
    }

    private static Secret file(Path file, String written) throws PasswordException {
        byte[] content = new byte[0];
        try (InputStream in = Files.newInputStream(file)) {
            ClosedFile.require(file);
            content = in.readNBytes(MOST_BYTES);
            return firstLine(content);
        } catch (OpenFileException e) {
            throw new PasswordException(
                    Reason.OPEN_FILE,
                    "the file " + written + ", which holds a password, is open to other accounts (" + e.permissions()
                            + ")",
                    "chmod 600 " + written);
        } catch (IOException e) {
            throw new PasswordException(
                    Reason.MISSING,
                    "the file " + written + ", which holds a password, "
                            + (e instanceof NoSuchFileException ? "is not there" : "can't be read: " + e.getMessage()),
                    null);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Editors on Windows put a byte order mark before the text, and some write UTF-16. */
    private static Secret firstLine(byte[] content) {
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (starts(content, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (starts(content, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        CharBuffer text = charset.decode(ByteBuffer.wrap(content, mark, content.length - mark));
        int end = 0;
        while (end < text.length() && text.get(end) != '\n' && text.get(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(0, line);
        try {
            return Secret.of(line);
        } finally {
            Arrays.fill(line, '\0');
            Arrays.fill(text.array(), '\0');
        }
    }

    private static boolean starts(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Secret ask(String question) throws PasswordException {
        char[] typed = prompt.ask(question);
        if (typed == null) {
            throw new PasswordException(
                    Reason.MISSING,
                    "a password prompt is needed, but no terminal is attached",
                    "Let the password come from an environment variable or a file");
        }
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
