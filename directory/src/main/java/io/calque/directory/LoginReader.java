package io.calque.directory;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.directory.connect.Login.Credential;
import io.calque.security.file.ClosedFile;
import io.calque.security.file.OpenFileException;
import io.calque.security.kerberos.TicketCache;
import io.calque.security.password.PasswordSource;
import io.calque.security.secret.Secret;
import io.calque.source.Fields;
import io.calque.source.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the key {@code login}. */
final class LoginReader {
    private final Function<String, Path> files;
    private final LoginSecrets secrets;
    private final Encryption encryption;
    private final List<String> hosts;
    private final Findings findings;

    LoginReader(
            Function<String, Path> files,
            LoginSecrets secrets,
            Encryption encryption,
            List<Address> servers,
            Findings findings) {
        this.files = files;
        this.secrets = secrets;
        this.encryption = encryption;
        this.hosts = servers.stream().map(Address::host).toList();
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
            Optional<Node.Scalar> source = fields.scalar("passwordFrom");
            Optional<String> credential = fields.text("credential");
            boolean malformed = malformed(source);
            if (encryption == Encryption.KERBEROS) {
                findings.add(Finding.of(
                                Code.PASSWORD_WITHOUT_TLS,
                                "a simple bind without TLS would send the password in clear text")
                        .help("Use encryption: ldaps or starttls, or a kerberos login")
                        .at(fields.place()));
                return Optional.empty();
            }
            return malformed
                    ? Optional.empty()
                    : user.flatMap(name -> password(name, hosts, source, credential, fields)
                            .map(password -> new Login.Simple(name, password)));
        }
    }

    private Optional<Login> kerberos(Fields fields) {
        try (fields) {
            Optional<String> principal = fields.text("principal");
            Optional<String> kdc = fields.text("kdc");
            Optional<Node.Scalar> source = fields.scalar("passwordFrom");
            Optional<String> credential = fields.text("credential");
            Optional<Node.Scalar> keytab = fields.scalar("keytab");
            Optional<Node.Scalar> tickets = fields.scalar("tickets");
            if (malformed(source)) {
                return Optional.empty();
            }
            if (Stream.of(source, credential, keytab, tickets)
                            .filter(Optional::isPresent)
                            .count()
                    > 1) {
                findings.add(Finding.of(
                                Code.WRONG_SHAPE,
                                "only one of credential, passwordFrom, keytab and tickets may stand here")
                        .help("tickets: default takes those of kinit or of the desktop's sign-in")
                        .at(fields.place()));
                return Optional.empty();
            }
            if (tickets.isPresent()) {
                return tickets(tickets.get())
                        .map(proof -> new Login.Kerberos(principal.orElse(null), proof, kdc.orElse(null)));
            }
            if (principal.isEmpty()) {
                findings.add(Finding.of(Code.MISSING_KEY, "the key 'principal' is missing")
                        .help("Write it as user@REALM")
                        .at(fields.place()));
                return Optional.empty();
            }
            // The distribution centre sees what can be turned into a password by trying.
            List<String> reached = Stream.concat(hosts.stream(), kdc.stream()).toList();
            Optional<Credential> proof = keytab.isPresent()
                    ? key(keytab.get(), reached)
                    : password(principal.get(), reached, source, credential, fields)
                            .map(Credential.Password::new);
            return proof.map(made -> new Login.Kerberos(principal.get(), made, kdc.orElse(null)));
        }
    }

    private boolean malformed(Optional<Node.Scalar> source) {
        if (source.isEmpty() || PasswordSource.of(source.get().text()).isPresent()) {
            return false;
        }
        // The text is not repeated: it may be a password.
        findings.add(Finding.of(Code.WRONG_SHAPE, "'passwordFrom' must be env:NAME, file:PATH or prompt")
                .help("A password never stands in a workspace file; if one does, change it")
                .at(source.get().place()));
        return true;
    }

    private Optional<Secret> password(
            String account,
            List<String> reached,
            Optional<Node.Scalar> written,
            Optional<String> credential,
            Fields fields) {
        Optional<PasswordSource> source = written.flatMap(scalar -> PasswordSource.of(scalar.text()));
        if (source.isPresent() && credential.isPresent()) {
            findings.add(Finding.of(Code.WRONG_SHAPE, "only one of credential and passwordFrom may stand here")
                    .at(fields.place()));
            return Optional.empty();
        }
        if (reached.isEmpty()) {
            // Told already: there is no server to send it to.
            return Optional.empty();
        }
        return secrets.password(
                new LoginSecrets.Wanted(
                        account,
                        reached,
                        credential.orElse(null),
                        source.orElse(null),
                        written.map(Node.Scalar::place).orElse(fields.place())),
                findings);
    }

    private Optional<Credential> tickets(Node.Scalar written) {
        if (written.text().equals("default")) {
            Optional<Path> usual = TicketCache.usual(System.getenv());
            return usual.isEmpty()
                            || closed(usual.get(), "ticket cache", usual.get().toString(), written.place())
                    ? Optional.of(new Credential.TicketCache(null))
                    : Optional.empty();
        }
        Path file = files.apply(written.text());
        return closed(file, "ticket cache", written.text(), written.place())
                ? Optional.of(new Credential.TicketCache(file))
                : Optional.empty();
    }

    private Optional<Credential> key(Node.Scalar written, List<String> reached) {
        Path file = files.apply(written.text());
        return secrets.admitsKey(reached, written.place(), findings)
                        && closed(file, "keytab", written.text(), written.place())
                ? Optional.of(new Credential.Keytab(file))
                : Optional.empty();
    }

    private boolean closed(Path file, String what, String name, Place place) {
        try {
            ClosedFile.require(file);
            return true;
        } catch (OpenFileException e) {
            findings.add(Finding.of(
                            Code.SECRET_FILE_OPEN,
                            "the " + what + " " + name + " is open to other accounts (" + e.permissions() + ")")
                    .help("chmod 600 " + name)
                    .at(place));
            return false;
        } catch (IOException e) {
            findings.add(Finding.of(Code.UNREADABLE_FILE, "the " + what + " " + name + " can't be read")
                    .at(place));
            return false;
        }
    }
}
