package io.calque.engine.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.security.credential.Credential;
import io.calque.security.credential.CredentialSettings;
import io.calque.security.credential.HostPattern;
import io.calque.security.file.ClosedFile;
import io.calque.security.file.OpenFileException;
import io.calque.security.password.PasswordSource;
import io.calque.source.Encoding;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the user's own {@code credentials.yaml}. */
final class CredentialFile {
    private final Path file;
    private final Findings findings;

    private CredentialFile(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * The settings; those that allow nothing where there is no file.
     *
     * @param findings receives what is wrong with it
     */
    static CredentialSettings read(Path file, Findings findings) {
        if (!Files.exists(file)) {
            return CredentialSettings.NONE;
        }
        String name = file.toString();
        try {
            ClosedFile.requireUnchangeable(file);
        } catch (OpenFileException e) {
            findings.add(Finding.of(
                            Code.SECRET_FILE_OPEN,
                            "other accounts may change where your passwords go (" + e.permissions() + ")")
                    .help(e.remedy())
                    .at(Place.of(name)));
            return CredentialSettings.NONE;
        } catch (IOException e) {
            findings.add(Finding.of(Code.UNREADABLE_FILE, "your credentials can't be read")
                    .at(Place.of(name)));
            return CredentialSettings.NONE;
        }
        return Yaml.read(Encoding.text(name, () -> Files.newInputStream(file)), findings)
                .flatMap(new CredentialFile(file, findings)::settings)
                .orElse(CredentialSettings.NONE);
    }

    private Optional<CredentialSettings> settings(Node node) {
        return Fields.of(node, "'" + file.getFileName() + "'", findings).map(fields -> {
            try (fields) {
                List<Credential> credentials = new ArrayList<>();
                fields.fields("credentials").ifPresent(named -> {
                    try (named) {
                        for (Node.Entry entry : named.entries()) {
                            named.fields(entry.key().text())
                                    .flatMap(one -> credential(entry.key().text(), one))
                                    .ifPresent(credentials::add);
                        }
                    }
                });
                return new CredentialSettings(credentials, hosts(fields, "trustedHosts"));
            }
        });
    }

    private Optional<Credential> credential(String name, Fields fields) {
        try (fields) {
            fields.required("hosts");
            fields.required("passwordFrom");
            List<HostPattern> hosts = hosts(fields, "hosts");
            Optional<String> user = fields.text("user");
            Optional<Node.Scalar> written = fields.scalar("passwordFrom");
            Optional<PasswordSource> source = written.flatMap(scalar -> PasswordSource.of(scalar.text()));
            if (written.isPresent() && source.isEmpty()) {
                // The text is not repeated: it may be a password.
                findings.add(Finding.of(Code.WRONG_SHAPE, "'passwordFrom' must be env:NAME, file:PATH or prompt")
                        .at(written.get().place()));
            }
            return hosts.isEmpty()
                    ? Optional.empty()
                    : source.map(from -> new Credential(name, hosts, user.orElse(null), from));
        }
    }

    private List<HostPattern> hosts(Fields fields, String key) {
        List<HostPattern> hosts = new ArrayList<>();
        for (Node.Scalar host : fields.scalars(key)) {
            try {
                hosts.add(new HostPattern(host.text()));
            } catch (IllegalArgumentException e) {
                findings.add(Finding.of(Code.WRONG_SHAPE, String.valueOf(e.getMessage()))
                        .help("Write dc1.contoso.com or *.contoso.com")
                        .at(host.place()));
            }
        }
        return hosts;
    }
}
