package io.calque.engine.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.LoginSecrets;
import io.calque.security.credential.Credential;
import io.calque.security.credential.CredentialSettings;
import io.calque.security.credential.UserSecrets;
import io.calque.security.password.PasswordException;
import io.calque.security.password.PasswordSource;
import io.calque.security.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The secrets for a workspace, which may come from anybody: what it says is followed only as far as the user's own settings allow that for
 * the servers that it names. A question is always allowed: it names the servers, and the user answers it or not.
 */
final class WorkspaceSecrets implements LoginSecrets {
    private final UserSecrets user;
    private final Path folder;

    /** Secrets of a user, for the workspace in a folder. */
    WorkspaceSecrets(UserSecrets user, Path folder) {
        this.user = user;
        this.folder = folder;
    }

    @Override
    public Optional<Secret> password(Wanted wanted, Findings findings) {
        PasswordSource source = wanted.source();
        if (source instanceof PasswordSource.Prompt) {
            return fetch(source, folder, wanted, findings);
        }
        Findings wrong = new Findings();
        CredentialSettings settings = CredentialFile.read(user.file(), wrong);
        findings.addAll(wrong.sorted());
        if (wrong.hasErrors()) {
            return Optional.empty();
        }
        if (source != null) {
            List<String> untrusted = settings.untrusted(wanted.hosts());
            if (untrusted.isEmpty()) {
                return fetch(source, folder, wanted, findings);
            }
            findings.add(Finding.of(
                            Code.SECRET_NOT_ALLOWED,
                            "the workspace asks for a password of yours for " + String.join(", ", untrusted)
                                    + ", which your settings don't allow")
                    .help("Write credential: NAME here, and " + entry("NAME", wanted) + " under credentials: in "
                            + user.file() + "; or, if you trust whoever wrote this workspace, trustedHosts: ["
                            + String.join(", ", untrusted) + "]")
                    .at(wanted.place()));
            return Optional.empty();
        }
        return credential(wanted, settings, findings)
                .flatMap(found -> fetch(
                        found.source(),
                        Objects.requireNonNull(user.file().toAbsolutePath().getParent()),
                        wanted,
                        findings));
    }

    private Optional<Credential> credential(Wanted wanted, CredentialSettings settings, Findings findings) {
        String name = wanted.credential();
        Optional<Credential> found = name == null
                ? settings.matching(wanted.account(), wanted.hosts())
                : settings.named(name)
                        .filter(credential -> credential.isFor(wanted.account()) && credential.admits(wanted.hosts()));
        if (found.isEmpty()) {
            findings.add(Finding.of(
                            Code.CREDENTIAL_NOT_FOUND,
                            "your settings hold no credential" + (name == null ? "" : " '" + name + "'") + " for "
                                    + wanted.account() + " at " + String.join(", ", wanted.hosts()))
                    .help("Add " + entry(name == null ? "NAME" : name, wanted) + " under credentials: in "
                            + user.file())
                    .at(wanted.place()));
        }
        return found;
    }

    private static String entry(String name, Wanted wanted) {
        return name + ": {hosts: [" + String.join(", ", wanted.hosts()) + "], passwordFrom: env:VARIABLE}";
    }

    private Optional<Secret> fetch(PasswordSource source, Path base, Wanted wanted, Findings findings) {
        try {
            return Optional.of(user.passwords()
                    .fetch(
                            source,
                            base,
                            "Password of " + wanted.account() + " for " + String.join(", ", wanted.hosts())));
        } catch (PasswordException e) {
            Code code = switch (e.reason()) {
                case MISSING -> Code.UNREADABLE_FILE;
                case OPEN_FILE -> Code.PASSWORD_FILE_OPEN;
            };
            findings.add(Finding.of(code, e.getMessage()).help(e.help()));
            return Optional.empty();
        }
    }

    @Override
    public boolean admitsKey(List<String> hosts, Place place, Findings findings) {
        Findings wrong = new Findings();
        List<String> untrusted = CredentialFile.read(user.file(), wrong).untrusted(hosts);
        findings.addAll(wrong.sorted());
        if (!wrong.hasErrors() && !untrusted.isEmpty()) {
            findings.add(Finding.of(
                            Code.SECRET_NOT_ALLOWED,
                            "the workspace asks for a key of yours for " + String.join(", ", untrusted)
                                    + ", which your settings don't allow")
                    .help("If you trust whoever wrote this workspace, add trustedHosts: ["
                            + String.join(", ", untrusted) + "] to " + user.file())
                    .at(place));
        }
        return !wrong.hasErrors() && untrusted.isEmpty();
    }
}
