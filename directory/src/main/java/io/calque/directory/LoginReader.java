package io.calque.directory;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.directory.connect.Login.Credential;
import io.calque.security.secret.Secret;
import io.calque.source.Fields;
import io.calque.source.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the key {@code login}. */
final class LoginReader {
    private final Function<String, Path> files;
    private final Function<PasswordFrom, Secret> passwords;
    private final Encryption encryption;
    private final Findings findings;

    LoginReader(
            Function<String, Path> files,
            Function<PasswordFrom, Secret> passwords,
            Encryption encryption,
            Findings findings) {
        this.files = files;
        this.passwords = passwords;
        this.encryption = encryption;
        this.findings = findings;
    }

    Optional<Login> read(Fields settings) {
        settings.required("login");
        return settings.fields("login").flatMap(login -> {
            try (login) {
                Optional<Fields> simple = login.fields("simple");
                Optional<Fields> kerberos = login.fields("kerberos");
                if (simple.isPresent() == kerberos.isPresent()) {
                    findings.add(Finding.of(Code.WRONG_SHAPE, "exactly one of simple and kerberos must stand here")
                            .at(login.place()));
                    return Optional.empty();
                }
                return simple.isPresent() ? simple(simple.get()) : kerberos.flatMap(this::kerberos);
            }
        });
    }

    private Optional<Login> simple(Fields fields) {
        try (fields) {
            Optional<String> user = fields.requiredText("user");
            fields.required("passwordFrom");
            Optional<PasswordFrom> from = from(fields);
            if (encryption == Encryption.KERBEROS) {
                findings.add(Finding.of(
                                Code.PASSWORD_WITHOUT_TLS,
                                "a simple bind without TLS would send the password in clear text")
                        .help("Use encryption: ldaps or starttls, or a kerberos login")
                        .at(fields.place()));
                return Optional.empty();
            }
            return user.isPresent() && from.isPresent()
                    ? Optional.of(new Login.Simple(user.get(), passwords.apply(from.get())))
                    : Optional.empty();
        }
    }

    private Optional<Login> kerberos(Fields fields) {
        try (fields) {
            Optional<String> principal = fields.text("principal");
            Optional<String> kdc = fields.text("kdc");
            Optional<Credential> password = from(fields).map(f -> new Credential.Password(passwords.apply(f)));
            Optional<Credential> keytab = fields.text("keytab").map(path -> new Credential.Keytab(files.apply(path)));
            Optional<Credential> tickets = fields.text("tickets")
                    .map(path -> new Credential.TicketCache(path.equals("default") ? null : files.apply(path)));
            List<Credential> given = Stream.of(password, keytab, tickets)
                    .flatMap(Optional::stream)
                    .toList();
            if (given.size() != 1) {
                findings.add(
                        Finding.of(Code.WRONG_SHAPE, "exactly one of passwordFrom, keytab and tickets must stand here")
                                .help("tickets: default takes those of kinit or of the desktop's sign-in")
                                .at(fields.place()));
                return Optional.empty();
            }
            if (principal.isEmpty() && tickets.isEmpty()) {
                findings.add(Finding.of(Code.MISSING_KEY, "the key 'principal' is missing")
                        .help("Write it as user@REALM")
                        .at(fields.place()));
                return Optional.empty();
            }
            return Optional.of(new Login.Kerberos(principal.orElse(null), given.getFirst(), kdc.orElse(null)));
        }
    }

    private Optional<PasswordFrom> from(Fields fields) {
        Optional<Node.Scalar> scalar = fields.scalar("passwordFrom");
        Optional<PasswordFrom> from = scalar.flatMap(s -> PasswordFrom.of(s.text()));
        if (scalar.isPresent() && from.isEmpty()) {
            // The text is not repeated: it may be a password.
            findings.add(Finding.of(Code.WRONG_SHAPE, "'passwordFrom' must be env:NAME, file:PATH or prompt")
                    .help("A password never stands in a workspace file; if one does, change it")
                    .at(scalar.get().place()));
        }
        return from;
    }
}
