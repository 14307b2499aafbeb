package io.calque.security.credential;

import io.calque.security.password.Passwords;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a user keeps outside every workspace.
 *
 * @param passwords the user's environment, files and terminal
 * @param file where {@link CredentialSettings} are written; it need not be there
 */
public record UserSecrets(Passwords passwords, Path file) {
    /**
     * Where the settings are: {@code calque/credentials.yaml} below {@code XDG_CONFIG_HOME} (XDG Base Directory Specification), below
     * {@code APPDATA} on Windows, else below {@code .config} at home.
     */
    public static Path place(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("XDG_CONFIG_HOME", environment.getOrDefault("APPDATA", ""));
        Path folder = named.isEmpty() ? home.resolve(".config") : Path.of(named);
        return folder.resolve("calque").resolve("credentials.yaml");
    }
}
